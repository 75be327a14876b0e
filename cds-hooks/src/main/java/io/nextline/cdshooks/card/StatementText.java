package io.nextline.cdshooks.card;

import io.nextline.core.criterion.Truth;
import io.nextline.core.evidence.Statement;
import io.nextline.core.evidence.StatementKind;
import io.nextline.core.evidence.StatementOutcome;

/** A statement as it stands on a card: its id, what it does, how strong it is and what it says. */
final class StatementText {

    private StatementText() {}

    /** Returns the statement; one that is not settled says what is open and that it would apply only then. */
    static String of(StatementOutcome outcome) {
        Statement statement = outcome.statement();
        StringBuilder text = new StringBuilder("**").append(statement.id()).append("** (");
        text.append(kind(statement.kind()))
                .append("; ")
                .append(statement.strength().display())
                .append(origin(statement));
        text.append(outcome.applies() == Truth.TRUE ? "): " : "), open: " + condition(outcome) + " ");
        return text.append(Markdown.line(statement.text())).toString();
    }

    private static String condition(StatementOutcome outcome) {
        String open = outcome.because().isEmpty()
                ? "what is not known now were settled in its favour"
                : "this were settled in its favour: " + Markdown.line(String.join("; ", outcome.because()));
        return "would apply if " + open + ".";
    }

    private static String origin(Statement statement) {
        if (statement.seed()) {
            return "";
        }
        String since = statement.published() == null ? "" : " of " + statement.published();
        String replaced =
                statement.supersedes().isEmpty() ? "" : ", in place of " + String.join(", ", statement.supersedes());
        return "; later publication" + since + replaced;
    }

    private static String kind(StatementKind kind) {
        return switch (kind) {
            case DISCOURAGE -> "evidence against";
            case OPTION -> "option in trials";
            case CONSIDER -> "to weigh";
            case INFORM -> "context";
            case GUARD -> "limit of the evidence";
        };
    }
}
