package io.nextline.cdshooks.page;

import io.nextline.cdshooks.card.ArmPair;
import io.nextline.cdshooks.card.FigureWords;
import io.nextline.core.trial.Arm;
import io.nextline.core.trial.Result;
import io.nextline.core.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a trial found for one pair of arms, both arms side by side, the primary endpoint first.
 *
 * @param tested the head of the first arm's column
 * @param reference the head of the second arm's column, or null where there is none
 * @param rows an outcome each
 */
record ResultTable(String tested, @Nullable String reference, List<Row> rows) {

    /**
     * One outcome.
     *
     * @param outcome its name
     * @param more population, time and assessment, as far as they are known
     * @param role whether it was the primary endpoint, in words
     * @param primary whether it was
     * @param testedFigures what the first arm showed
     * @param referenceFigures what the second arm showed
     * @param effect how they compare
     * @param counted what the events were, or null
     * @param finding what the source adds, or null
     */
    record Row(
            String outcome,
            String more,
            String role,
            boolean primary,
            List<String> testedFigures,
            List<String> referenceFigures,
            String effect,
            @Nullable String counted,
            @Nullable String finding) {}

    /** Returns the tables of some results of a trial, which come in their order. */
    static List<ResultTable> of(Trial trial, List<Result> results) {
        Map<ArmPair, List<Row>> rows = new LinkedHashMap<>();
        for (Result result : results) {
            ArmPair arms = ArmPair.of(trial, result);
            rows.computeIfAbsent(arms, pair -> new ArrayList<>()).add(row(result, arms));
        }
        List<ResultTable> tables = new ArrayList<>();
        rows.forEach((arms, some) -> tables.add(new ResultTable(
                head(arms.tested()), arms.reference() == null ? null : head(arms.reference()), List.copyOf(some))));
        return tables;
    }

    private static String head(Arm arm) {
        return arm.randomised() == null ? arm.label() : arm.label() + " (n = " + arm.randomised() + ")";
    }

    private static Row row(Result result, ArmPair arms) {
        String more = Stream.of(result.population(), result.timepoint(), result.assessment())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return new Row(
                PageText.capital(result.label()),
                more,
                FigureWords.role(result.role()),
                result.role() == Result.Role.PRIMARY,
                figures(result, arms.tested()),
                figures(result, arms.reference()),
                FigureWords.comparison(result, arms),
                counted(result),
                result.finding());
    }

    private static List<String> figures(Result result, @Nullable Arm arm) {
        if (arm == null) {
            return List.of();
        }
        List<String> figures = FigureWords.figures(result.arm(arm.id()).orElse(null));
        return figures.isEmpty() ? List.of(FigureWords.NOT_PRINTED) : figures;
    }

    private static @Nullable String counted(Result result) {
        return result.arms().stream()
                .map(arm -> arm.events() == null ? null : arm.events().what())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
