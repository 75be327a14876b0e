package io.nextline.cdshooks.page.plot;

import java.util.ArrayList;
import java.util.List;

/** Breaks words into lines, since text in a picture does not do so by itself. */
public final class LineBreaks {
    private LineBreaks() {}

    /** Returns the lines, none longer than {@code most} characters unless one word is. */
    public static List<String> of(String text, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
