package io.nextline.samples.cli.evidence;

import io.nextline.core.criterion.Criterion;
import io.nextline.samples.cli.terminal.Text;
import java.util.stream.Collectors;

/** A criterion as plain lines of text, for where there is no terminal. */
public final class CriterionText {

    private static final int UNBROKEN = 10_000;

    private CriterionText() {}

    /** Returns the indented list of questions. */
    public static String of(Criterion criterion) {
        return CriterionView.lines(criterion, UNBROKEN).stream()
                .map(Text::plain)
                .collect(Collectors.joining("\n"));
    }
}
