package io.nextline.samples.cli.explain;

import io.nextline.core.evidence.RankedGap;
import io.nextline.samples.cli.terminal.Style;
import io.nextline.samples.cli.terminal.Text;
import java.util.ArrayList;
import java.util.List;

/** Tells what is missing in brief: what would close each gap, and the statements that wait for it. */
final class Gaps {

    private static final int NAMED = 5;

    private Gaps() {}

    static List<Text> brief(List<RankedGap> gaps, int width) {
        List<Text> lines = new ArrayList<>();
        int rank = 1;
        for (RankedGap gap : gaps) {
            Text line = Text.of(rank++ + ". " + String.join("; ", gap.details()) + " ")
                    .plus("(" + named(gap.decides()) + ")", Style.FAINT);
            lines.addAll(line.wrappedHanging(width, 3));
        }
        return lines;
    }

    private static String named(List<String> ids) {
        if (ids.size() <= NAMED + 1) {
            return String.join(", ", ids);
        }
        return String.join(", ", ids.subList(0, NAMED)) + " and " + (ids.size() - NAMED) + " more";
    }
}
