package io.nextline.cdshooks.page;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Small wordings that pages share. */
final class PageText {
    private static final Pattern INTERVAL = Pattern.compile(" (?=\\([0-9.]+% CI )|(?<=[,;]) ");

    private PageText() {}

    /** Returns the text with a capital first letter. */
    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Returns the pieces of a figure that no line may break: its value, and its interval with the level. */
    static List<String> pieces(String figure) {
        return List.of(INTERVAL.split(figure, -1));
    }

    /** Returns the published id as words: {@code open-label} becomes {@code open label}. */
    static String ofId(String id) {
        return id.replace('-', ' ');
    }
}
