package io.nextline.cdshooks.card;

import io.nextline.core.evidence.Statement;
import io.nextline.core.evidence.StatementOutcome;

/** A statement as it stands on a card: its id, what it does, how strong it is and what it says. */
final class StatementText {

    private StatementText() {}

    /** Returns a statement that holds. */
    static String full(Statement statement) {
        return head(statement) + ": " + Markdown.line(statement.text());
    }

    /** Returns a statement that is not settled: what is open, and that it would apply only then. */
    static String open(StatementOutcome outcome) {
        String open = outcome.because().isEmpty()
                ? "what is not known now were settled in its favour"
                : "this were settled in its favour: " + Markdown.line(String.join("; ", outcome.because()));
        Statement statement = outcome.statement();
        return head(statement) + ", open: would apply if " + open + ". " + Markdown.line(statement.text());
    }

    /** Returns the statement in one line. */
    static String brief(Statement statement, String state) {
        return "**" + statement.id() + "** (" + FigureWords.kind(statement.kind()) + state + "): "
                + Markdown.line(statement.summary());
    }

    private static String head(Statement statement) {
        return "**" + statement.id() + "** (" + FigureWords.kind(statement.kind()) + "; "
                + statement.strength().display() + origin(statement) + ")";
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
}
