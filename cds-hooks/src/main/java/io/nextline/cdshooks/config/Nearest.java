package io.nextline.cdshooks.config;

import java.util.List;

/** Finds the key that was meant. */
final class Nearest {

    private static final int LONGEST = 80;

    private Nearest() {}

    /** Returns the known key that takes the fewest changes of a character. */
    static String of(String name, List<Key<?>> known) {
        String best = "";
        int least = Integer.MAX_VALUE;
        String typed = shorten(name);
        for (Key<?> key : known) {
            int changes = distance(typed, key.name());
            if (changes < least) {
                least = changes;
                best = key.name();
            }
        }
        return best;
    }

    /** Returns a name fit to be printed. */
    static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        shorten(name).chars().forEach(c -> plain.append(c > ' ' && c < 0x7f ? (char) c : '?'));
        return plain.toString();
    }

    private static String shorten(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                // A star of ours stands for any name, so it costs nothing to have more characters there.
                int change = one.charAt(i - 1) == other.charAt(j - 1) || other.charAt(j - 1) == '*' ? 0 : 1;
                int skip = other.charAt(j - 1) == '*' ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1] + 1, above + skip), diagonal + change);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
