package io.nextline.core.evidence;

import io.nextline.core.trial.FigureText;
import io.nextline.core.trial.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the templates of statements into their final text and holds them to the rules.
 *
 * @param rules what a template may say, or null if that was checked before
 * @param figures the figures of the trials
 * @param scope how much to check; without every trial, a name or figure that is missing is no problem of the template
 * @param problems where to note what is wrong
 */
record StatementTexts(
        @Nullable TextRules rules, FigureText figures, StatementReader.Scope scope, List<Problem> problems) {

    /** The longest summary, in characters, once its references are filled in. */
    static final int LONGEST_SUMMARY = 120;

    /** Returns the summary. */
    String summary(StatementFile file, String template) {
        String summary = filled(file, template, "$.summary");
        if (scope != StatementReader.Scope.WITHOUT_TRIALS && summary.length() > LONGEST_SUMMARY) {
            String message =
                    "has " + summary.length() + " characters once filled in; at most " + LONGEST_SUMMARY + " fit";
            problems.add(new Problem(file.name(), "$.summary", message));
        }
        return summary;
    }

    /** Returns what the statement does not cover. */
    List<String> limits(StatementFile file, List<String> templates) {
        List<String> limits = new ArrayList<>();
        for (String template : templates) {
            limits.add(filled(file, template, "$.limits[" + limits.size() + "]"));
        }
        return limits;
    }

    /** Returns a template with its figures. */
    String filled(StatementFile file, String template, String path) {
        boolean trialsMissing = scope == StatementReader.Scope.WITHOUT_TRIALS;
        List<Problem> figureProblems = trialsMissing ? new ArrayList<>() : problems;
        if (rules != null) {
            rules.checkWords(template, file.name(), path, problems);
            rules.checkNumbers(template, file.name(), path, figureProblems);
        }
        return figures.fill(template, file.name(), path, figureProblems);
    }
}
