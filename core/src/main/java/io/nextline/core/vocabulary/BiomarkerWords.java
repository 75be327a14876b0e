package io.nextline.core.vocabulary;

import io.nextline.core.vocabulary.BiomarkerReading.Result;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Results of biomarkers in words. A text is read clause by clause, for one clause may state an alteration and the next deny another;
 * one alteration that is there outweighs any that is not.
 */
final class BiomarkerWords {

    private final PhraseScanner<Meaning> scanner;

    /** What a phrase means: a result, an alteration by its name, or another score. */
    private record Meaning(
            @Nullable Result result, @Nullable String detail) {}

    BiomarkerWords(DataNode section, Map<String, Result> results) {
        scanner = new PhraseScanner<>(Negation.read(section.get("negation")));
        for (DataNode row : section.list("words")) {
            row.only(Set.of("result", "phrases"));
            add(row, "phrases", new Meaning(Ids.required(row, "result", results, Result.OPEN), null));
        }
        for (DataNode row : section.list("details")) {
            row.only(Set.of("detail", "phrases"));
            add(row, "phrases", new Meaning(null, row.text("detail")));
        }
        add(section, "otherScores", new Meaning(null, null));
    }

    private void add(DataNode row, String field, Meaning meaning) {
        for (String phrase : row.texts(field)) {
            if (!scanner.add(phrase, meaning)) {
                row.problem("the phrase '" + phrase + "' is also a word of negation");
            }
        }
    }

    @Nullable BiomarkerReading read(String text) {
        Clauses clauses = new Clauses();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isBorder(text.charAt(i))) {
                Clause clause = new Clause();
                scanner.scan(text.substring(from, i), clause);
                clauses.add(clause);
                from = i + 1;
            }
        }
        return clauses.reading();
    }

    private static boolean isBorder(char c) {
        return c == ';' || c == ',' || c == '\n' || c == '|';
    }

    List<String> details(String text) {
        Clause clause = new Clause();
        scanner.scan(text, clause);
        return List.copyOf(clause.details);
    }

    boolean isOtherScore(String text) {
        Clause clause = new Clause();
        scanner.scan(text, clause);
        return clause.otherScore;
    }

    /** What the clauses of a text say together. */
    private static final class Clauses {

        private final Map<Result, TreeSet<String>> stated = new EnumMap<>(Result.class);
        private final TreeSet<String> merelyNamed = new TreeSet<>();

        void add(Clause clause) {
            Result result = clause.result();
            if (result != null) {
                stated.computeIfAbsent(result, r -> new TreeSet<>()).addAll(clause.details);
            } else {
                merelyNamed.addAll(clause.details);
            }
        }

        // An alteration that is merely named was found, unless the text also says that something was not.
        @Nullable BiomarkerReading reading() {
            TreeSet<String> present = stated.get(Result.PRESENT);
            if (present != null) {
                return new BiomarkerReading(Result.PRESENT, List.copyOf(present));
            }
            if (stated.containsKey(Result.OPEN) || (!merelyNamed.isEmpty() && !stated.isEmpty())) {
                return new BiomarkerReading(Result.OPEN, List.of());
            }
            TreeSet<String> absent = stated.get(Result.ABSENT);
            if (absent != null) {
                return new BiomarkerReading(Result.ABSENT, List.copyOf(absent));
            }
            return merelyNamed.isEmpty() ? null : new BiomarkerReading(Result.PRESENT, List.copyOf(merelyNamed));
        }
    }

    /** What one clause says. */
    private static final class Clause implements PhraseScanner.Found<Meaning> {

        private final Set<Result> results = EnumSet.noneOf(Result.class);
        private final TreeSet<String> details = new TreeSet<>();
        private boolean detailDenied;
        private boolean otherScore;

        @Override
        public void phrase(List<Meaning> meanings, boolean negated) {
            for (Meaning meaning : meanings) {
                if (meaning.result() != null) {
                    results.add(negated && meaning.result() == Result.PRESENT ? Result.ABSENT : meaning.result());
                } else if (meaning.detail() != null) {
                    details.add(meaning.detail());
                    detailDenied |= negated;
                } else {
                    otherScore = true;
                }
            }
        }

        /** Returns the result that is stated; null if an alteration is named at most. */
        @Nullable Result result() {
            if (results.contains(Result.OPEN) || results.size() > 1) {
                return Result.OPEN;
            }
            return results.isEmpty()
                    ? (detailDenied ? Result.ABSENT : null)
                    : results.iterator().next();
        }
    }
}
