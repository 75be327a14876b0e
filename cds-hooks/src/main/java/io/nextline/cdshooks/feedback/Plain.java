package io.nextline.cdshooks.feedback;

import org.jspecify.annotations.Nullable;

/** Text from outside, made fit to be kept. */
final class Plain {

    private Plain() {}

    /**
     * Returns the text without control characters, without marks that turn the direction of writing, and without halves of characters;
     * a line end or tab becomes a space. Null where nothing is left but blanks.
     */
    static @Nullable String text(String sent) {
        StringBuilder plain = new StringBuilder(sent.length());
        sent.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029) {
                plain.append(' ');
            } else if (isKept(c)) {
                plain.appendCodePoint(c);
            }
        });
        String text = plain.toString().strip();
        return text.isEmpty() ? null : text;
    }

    private static boolean isKept(int c) {
        boolean turnsDirection = c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
        return !turnsDirection && !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }
}
