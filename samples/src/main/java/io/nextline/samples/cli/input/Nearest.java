package io.nextline.samples.cli.input;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names nearest to a mistyped one, by the number of letters to change. */
public final class Nearest {

    private static final int MOST_NAMES = 3;

    private Nearest() {}

    /** Returns {@code " Did you mean X or Y?"}, or nothing when no name is near. */
    public static String hint(String typed, List<String> names) {
        int near = Math.max(2, typed.length() / 3);
        List<String> nearest = names.stream()
                .filter(name -> distance(typed, name.toLowerCase(Locale.ROOT)) <= near)
                .sorted(Comparator.comparing((String name) -> distance(typed, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_NAMES)
                .toList();
        return nearest.isEmpty() ? "" : " Did you mean " + String.join(" or ", nearest) + "?";
    }

    /** Returns the Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
