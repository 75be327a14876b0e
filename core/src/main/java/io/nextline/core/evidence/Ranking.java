package io.nextline.core.evidence;

import io.nextline.core.criterion.Truth;
import io.nextline.core.fact.Biomarkers;
import io.nextline.core.fact.Gap;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PatientFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Ranks the gaps by how many open statements each would help to decide. */
final class Ranking {

    private Ranking() {}

    /** Returns the gaps of the open statements, the most deciding first, then in the published order of facts. */
    static List<RankedGap> gaps(PatientFacts facts, List<StatementOutcome> outcomes) {
        Map<MissingFact, Set<String>> details = new EnumMap<>(MissingFact.class);
        Map<MissingFact, List<String>> decides = new EnumMap<>(MissingFact.class);
        for (StatementOutcome outcome : outcomes) {
            if (outcome.applies() == Truth.UNKNOWN) {
                for (Gap gap : outcome.evaluation().gaps()) {
                    details.computeIfAbsent(gap.fact(), fact -> new TreeSet<>()).add(gap.detail());
                    List<String> ids = decides.computeIfAbsent(gap.fact(), fact -> new ArrayList<>());
                    if (!ids.contains(outcome.statement().id())) {
                        ids.add(outcome.statement().id());
                    }
                }
            }
        }
        drivers(facts, outcomes, details);
        List<RankedGap> ranked = new ArrayList<>();
        details.forEach((fact, texts) ->
                ranked.add(new RankedGap(fact, List.copyOf(texts), decides.getOrDefault(fact, List.of()))));
        ranked.sort(
                Comparator.comparing((RankedGap gap) -> -gap.decides().size()).thenComparing(RankedGap::fact));
        return ranked;
    }

    /**
     * An unknown driver is named wherever evidence on lung cancer is shown, although it decides no statement: the trials took patients by
     * it (hazard HZ-18).
     */
    private static void drivers(
            PatientFacts facts, List<StatementOutcome> outcomes, Map<MissingFact, Set<String>> details) {
        Biomarkers biomarkers = facts.biomarkers();
        boolean shown = outcomes.stream()
                .anyMatch(outcome -> outcome.applies() != Truth.FALSE
                        && outcome.statement().kind() != StatementKind.GUARD
                        && !outcome.statement().trials().isEmpty());
        if (biomarkers == null || !shown) {
            return;
        }
        for (String gap : biomarkers.openDriverGaps()) {
            details.computeIfAbsent(MissingFact.BIOMARKERS, fact -> new TreeSet<>())
                    .add(gap);
        }
    }
}
