package io.nextline.core.vocabulary;

/**
 * How characters are compared: letters without case, accents and width, digits, a decimal point between digits; what has no width
 * (soft hyphens, joiners, combining accents) is passed over; everything else separates words. No locale takes part, and nothing is
 * allocated.
 */
final class Letters {

    /** Between words. */
    static final int SEPARATOR = 0;

    /** A point or comma between two digits. */
    static final int POINT = 37;

    /** One run of separators inside a phrase. */
    static final int SPACE = 38;

    private static final byte[] ASCII = new byte[128];

    static {
        for (int i = 0; i < 26; i++) {
            ASCII['a' + i] = (byte) (1 + i);
            ASCII['A' + i] = (byte) (1 + i);
        }
        for (int i = 0; i < 10; i++) {
            ASCII['0' + i] = (byte) (27 + i);
        }
    }

    private Letters() {}

    /** Returns the symbol of the character at a place: 1 to 36 for a letter or digit, else a point or separator. */
    static int at(String text, int index) {
        char c = text.charAt(index);
        if (c < 128) {
            int symbol = ASCII[c];
            return symbol == SEPARATOR && (c == '.' || c == ',') && betweenDigits(text, index) ? POINT : symbol;
        }
        return beyondAscii(c);
    }

    /** Returns whether the symbol is a digit. */
    static boolean isDigit(int symbol) {
        return symbol >= 27 && symbol <= 36;
    }

    private static boolean betweenDigits(String text, int index) {
        return index > 0
                && index + 1 < text.length()
                && isAsciiDigit(text.charAt(index - 1))
                && isAsciiDigit(text.charAt(index + 1));
    }

    private static boolean isAsciiDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int beyondAscii(char c) {
        return switch (c) {
            case 'ä', 'Ä', 'á', 'Á', 'à', 'À', 'â', 'Â', 'å', 'Å', 'ã', 'Ã' -> ASCII['a'];
            case 'é', 'É', 'è', 'È', 'ê', 'Ê', 'ë', 'Ë' -> ASCII['e'];
            case 'í', 'Í', 'ì', 'Ì', 'î', 'Î', 'ï', 'Ï', 'ı', 'İ' -> ASCII['i'];
            case 'ö', 'Ö', 'ó', 'Ó', 'ò', 'Ò', 'ô', 'Ô', 'ø', 'Ø', 'õ', 'Õ' -> ASCII['o'];
            case 'ü', 'Ü', 'ú', 'Ú', 'ù', 'Ù', 'û', 'Û' -> ASCII['u'];
            case 'ß' -> ASCII['s'];
            case 'ç', 'Ç' -> ASCII['c'];
            case 'ñ', 'Ñ' -> ASCII['n'];
            case 'α' -> ASCII['a'];
            case 'β' -> ASCII['b'];
            default -> isWithoutWidth(c) ? IGNORED : unlisted(c);
        };
    }

    private static int unlisted(char c) {
        if (c >= FIRST_WIDE && c <= LAST_WIDE) {
            return ASCII[c - FIRST_WIDE + '!'];
        }
        return Character.isLetterOrDigit(c) ? UNKNOWN_LETTER : SEPARATOR;
    }

    private static boolean isWithoutWidth(char c) {
        return c == '\u00AD'
                || (c >= '\u0300' && c <= '\u036F')
                || (c >= '\u200B' && c <= '\u200D')
                || c == '\u2060'
                || c == '\uFEFF';
    }

    /** A letter of another script: part of a word, but of none that is listed. */
    static final int UNKNOWN_LETTER = 39;

    /** A character without width: neither part of a word nor between words. */
    static final int IGNORED = 40;

    private static final char FIRST_WIDE = '\uFF01';
    private static final char LAST_WIDE = '\uFF5E';
}
