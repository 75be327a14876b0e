package io.nextline.cdshooks.feedback;

import java.util.Comparator;

/** The order of statement ids: {@code DS-2} stands before {@code DS-10}. */
final class StatementIds {

    static final Comparator<String> ORDER = Comparator.comparing(StatementIds::letters)
            .thenComparing(StatementIds::number)
            .thenComparing(Comparator.naturalOrder());

    private static final int MOST_DIGITS = 9;

    private StatementIds() {}

    private static String letters(String id) {
        return id.substring(0, digitsStart(id));
    }

    private static int number(String id) {
        String digits = id.substring(digitsStart(id));
        return digits.isEmpty() || digits.length() > MOST_DIGITS ? 0 : Integer.parseInt(digits);
    }

    private static int digitsStart(String id) {
        int start = id.length();
        while (start > 0 && id.charAt(start - 1) >= '0' && id.charAt(start - 1) <= '9') {
            start--;
        }
        return start;
    }
}
