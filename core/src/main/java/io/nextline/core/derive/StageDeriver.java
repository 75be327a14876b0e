package io.nextline.core.derive;

import io.nextline.core.fact.Finding;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fact.Stage;
import java.util.List;
import java.util.Objects;

/**
 * How far the cancer has spread now: a stated metastatic stage, an active metastasis, therapy that is given for advanced disease
 * only, else the newest stated stage. Once metastatic, an earlier stage says nothing about now.
 */
final class StageDeriver {

    private StageDeriver() {}

    static Finding<Stage> derive(Chart chart, List<LineOfTherapy> lines, String cancer) {
        if (cancer.isEmpty() && PrimaryCancers.of(chart).size() > 1) {
            return Finding.unknown(MissingFact.STAGE, "which of two cancers is to be treated, and its stage");
        }
        List<StageEvent> events = chart.stages();
        List<Provenance> metastatic = events.stream()
                .filter(event -> event.stage() == Stage.METASTATIC)
                .map(StageEvent::provenance)
                .toList();
        if (!metastatic.isEmpty()) {
            return Finding.known(Stage.METASTATIC, metastatic);
        }
        List<Provenance> secondaries = chart.conditions().stream()
                .filter(row -> row.isMetastasis() && row.isActive())
                .map(CodedCondition::provenance)
                .toList();
        if (!secondaries.isEmpty()) {
            return Finding.known(Stage.METASTATIC, secondaries);
        }
        List<Provenance> advancedTherapy = lines.stream()
                .filter(line ->
                        line.isAdvanced() && line.regimen().stream().anyMatch(drug -> drug.impliesAdvanced(cancer)))
                .flatMap(line -> line.provenance().stream())
                .toList();
        if (!advancedTherapy.isEmpty()) {
            return Finding.known(Stage.METASTATIC, advancedTherapy);
        }
        return newest(events);
    }

    private static Finding<Stage> newest(List<StageEvent> events) {
        StageEvent last = events.stream()
                .filter(event -> Objects.nonNull(event.date()))
                .reduce((earlier, later) -> later)
                .orElse(events.isEmpty() ? null : events.get(0));
        return last == null
                ? Finding.unknown(MissingFact.STAGE, "how far the cancer has spread now")
                : Finding.known(last.stage(), List.of(last.provenance()));
    }
}
