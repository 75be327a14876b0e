package io.nextline.cdshooks.page;

import io.nextline.core.evidence.Statement;
import io.nextline.core.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the thirteen source attributes of an evidence-based decision support intervention, 45 CFR 170.315(b)(11)(iv)(A).
 *
 * @param number its paragraph
 * @param id a short name
 * @param title what is asked
 * @param value the answer; {@code not available} where the evidence base holds none
 */
record SourceAttribute(int number, String id, String title, String value) {
    static final String NOT_AVAILABLE = "not available";
    private static final String NOT_USED = "not used";
    private static final String CODE =
            "The rules that are written from it name no person as author or clinical reviewer.";

    /** Returns the attributes of a statement. */
    static List<SourceAttribute> of(Statement statement, PageWords words) {
        List<Trial> trials = statement.trials().stream()
                .map(words.base()::trial)
                .filter(Objects::nonNull)
                .toList();
        List<String> dates = new ArrayList<>();
        dates.add("evidence base " + words.base().version());
        if (statement.published() != null) {
            dates.add("published " + statement.published());
        }
        return of(trials, words, dates, words.source(statement));
    }

    /** Returns the attributes of what rests on one trial. */
    static List<SourceAttribute> of(Trial trial, PageWords words) {
        List<String> dates = new ArrayList<>();
        dates.add("evidence base " + words.base().version());
        if (trial.published() != null) {
            dates.add("published " + trial.published().text());
        }
        return of(List.of(trial), words, dates, "");
    }

    private static List<SourceAttribute> of(List<Trial> trials, PageWords words, List<String> dates, String source) {
        List<String> all = new ArrayList<>(dates);
        trials.stream()
                .filter(trial -> trial.dataCutoff() != null)
                .forEach(trial -> all.add(trial.shortName() + ": data cut-off " + trial.dataCutoff()));
        all.add("date of the next review: " + NOT_AVAILABLE);
        return List.of(
                new SourceAttribute(1, "citation", "Bibliographic citation", citations(trials, words, source)),
                new SourceAttribute(
                        2,
                        "developer",
                        "Developer of the intervention",
                        "The maintainers of the evidence base " + words.base().version() + ". " + CODE),
                new SourceAttribute(3, "funding", "Funding of the technical implementation", NOT_AVAILABLE),
                new SourceAttribute(4, "dates", "Release and revision dates", String.join("; ", all)),
                new SourceAttribute(5, "race", "Use of race", NOT_USED),
                new SourceAttribute(6, "ethnicity", "Use of ethnicity", NOT_USED),
                new SourceAttribute(7, "language", "Use of language", NOT_USED),
                new SourceAttribute(8, "sexual-orientation", "Use of sexual orientation", NOT_USED),
                new SourceAttribute(9, "gender-identity", "Use of gender identity", NOT_USED),
                new SourceAttribute(10, "sex", "Use of sex", NOT_USED),
                new SourceAttribute(
                        11, "date-of-birth", "Use of date of birth", "used: no card is shown for patients under 18"),
                new SourceAttribute(12, "social-determinants", "Use of social determinants of health", NOT_USED),
                new SourceAttribute(
                        13,
                        "health-status-assessments",
                        "Use of health status assessments",
                        "used: a recorded ECOG or Karnofsky performance status is shown beside the trial and counts towards"
                                + " the IMDC risk group; no statement is decided by it"));
    }

    private static String citations(List<Trial> trials, PageWords words, String source) {
        String cited = trials.stream()
                .map(trial -> trial.shortName() + ": " + words.citation(trial).line())
                .collect(Collectors.joining(". "));
        return Stream.of(cited, source.isEmpty() ? "" : "Stated in " + source)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(". "));
    }
}
