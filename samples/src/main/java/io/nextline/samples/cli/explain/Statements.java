package io.nextline.samples.cli.explain;

import io.nextline.core.criterion.Evaluation;
import io.nextline.core.criterion.Truth;
import io.nextline.core.evidence.Statement;
import io.nextline.core.evidence.StatementOutcome;
import io.nextline.core.fact.Gap;
import io.nextline.samples.cli.terminal.Style;
import io.nextline.samples.cli.terminal.Text;
import java.util.ArrayList;
import java.util.List;

/** Tells what each statement says to the patient, with the criterion tree behind it. */
final class Statements {

    private static final int STEP = 2;

    private Statements() {}

    static List<Text> told(StatementOutcome outcome, int width) {
        List<Text> lines = new ArrayList<>(head(outcome).wrappedHanging(width, 2 * STEP));
        lines.addAll(indented(Text.of(outcome.statement().summary()), STEP, width));
        if (!outcome.isCurrent()) {
            lines.addAll(indented(Text.of(notCurrent(outcome), Style.OPEN), STEP, width));
        }
        if (outcome.applies() != outcome.evaluation().truth()) {
            String changed = "turned by a guard: " + String.join("; ", outcome.because());
            lines.addAll(indented(Text.of(changed, Style.OPEN), STEP, width));
        }
        tree(outcome.evaluation(), STEP, width, lines);
        return lines;
    }

    private static Text head(StatementOutcome outcome) {
        Statement statement = outcome.statement();
        Text verdict = Text.of(shape(outcome.applies()) + applies(outcome.applies()), style(outcome.applies()));
        Text head = Text.of(statement.id() + " ", Style.BOLD).plus(verdict);
        String trials = statement.trials().isEmpty() ? "" : ", " + String.join(", ", statement.trials());
        return head.plus(
                "  " + statement.kind().id() + ", " + statement.strength().display() + trials, Style.FAINT);
    }

    private static String notCurrent(StatementOutcome outcome) {
        if (outcome.supersededBy().isEmpty()) {
            return "not on a card: silenced by " + outcome.silencedBy();
        }
        return "not on a card: superseded by " + String.join(", ", outcome.supersededBy());
    }

    private static void tree(Evaluation evaluation, int indent, int width, List<Text> lines) {
        Truth truth = evaluation.truth();
        Text text = Text.of(shape(truth) + met(truth), style(truth)).plus("  " + evaluation.reason());
        if (evaluation.parts().isEmpty()) {
            text = text.plus(grounds(evaluation));
        }
        lines.addAll(indented(text, indent, width));
        evaluation.parts().forEach(part -> tree(part, indent + STEP, width, lines));
    }

    /** What a single question rests on; a composed one rests on its parts, which follow. */
    private static Text grounds(Evaluation question) {
        Text grounds = question.provenance().isEmpty() ? Text.EMPTY : Text.of("  ");
        grounds = grounds.plus(Sources.ofCriterion(question.provenance()));
        for (Gap gap : question.gaps()) {
            grounds = grounds.plus("  missing " + gap.fact().id() + ": " + gap.detail(), Style.OPEN);
        }
        return grounds;
    }

    private static List<Text> indented(Text text, int indent, int width) {
        int room = Math.max(width - indent, STEP * STEP * STEP);
        return text.wrappedHanging(room, STEP).stream()
                .map(line -> line.indented(indent))
                .toList();
    }

    static String met(Truth truth) {
        return switch (truth) {
            case TRUE -> "met";
            case FALSE -> "not met";
            case UNKNOWN -> "unknown";
        };
    }

    private static String applies(Truth truth) {
        return switch (truth) {
            case TRUE -> "applies";
            case FALSE -> "does not apply";
            case UNKNOWN -> "open";
        };
    }

    static String shape(Truth truth) {
        return switch (truth) {
            case TRUE -> "[+] ";
            case FALSE -> "[-] ";
            case UNKNOWN -> "[?] ";
        };
    }

    static Style style(Truth truth) {
        return switch (truth) {
            case TRUE -> Style.GOOD;
            case FALSE -> Style.BAD;
            case UNKNOWN -> Style.OPEN;
        };
    }
}
