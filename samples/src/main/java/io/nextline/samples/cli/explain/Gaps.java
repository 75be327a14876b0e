package io.nextline.samples.cli.explain;

import io.nextline.core.evidence.RankedGap;
import io.nextline.samples.cli.terminal.Style;
import io.nextline.samples.cli.terminal.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells what is missing in brief: what would close each gap, and the statements that wait for it. */
final class Gaps {

    private static final int NAMED = 5;

    private Gaps() {}

    static List<Text> brief(List<RankedGap> gaps, int width) {
        List<Text> lines = new ArrayList<>();
        int rank = 1;
        for (RankedGap gap : gaps) {
            Text line = Text.of(rank++ + ". " + String.join("; ", together(gap.details())));
            if (!gap.decides().isEmpty()) {
                line = line.plus(" (" + named(gap.decides()) + ")", Style.FAINT);
            }
            lines.addAll(line.wrappedHanging(width, 3));
        }
        return lines;
    }

    /** "ALK: no result" and "EGFR: no result" are told as "ALK, EGFR: no result". */
    private static List<String> together(List<String> details) {
        Map<String, String> bySaying = new LinkedHashMap<>();
        for (String detail : details) {
            int colon = detail.indexOf(": ");
            String about = colon < 0 ? "" : detail.substring(0, colon);
            String saying = colon < 0 ? detail : detail.substring(colon);
            bySaying.merge(saying, about, (all, more) -> all + ", " + more);
        }
        List<String> together = new ArrayList<>();
        bySaying.forEach((saying, about) -> together.add(about + saying));
        return together;
    }

    private static String named(List<String> ids) {
        if (ids.isEmpty()) {
            return "shown only";
        }
        if (ids.size() <= NAMED + 1) {
            return String.join(", ", ids);
        }
        return String.join(", ", ids.subList(0, NAMED)) + " and " + (ids.size() - NAMED) + " more";
    }
}
