package io.nextline.samples.playground.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.Progression;
import io.nextline.core.fact.Provenance;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes of whether the cancer grew on a line of therapy. */
final class ProgressionChanges {

    /** A record may say it many times; each round takes away what the conclusion rests on now. */
    private static final int MOST_ROUNDS = 20;

    /** Picks the line that is meant. */
    interface Line extends Function<PatientFacts, @Nullable LineOfTherapy> {}

    private ProgressionChanges() {}

    static boolean isStated(PatientFacts facts) {
        return !statedBy(facts.therapy().latest()).isEmpty();
    }

    static boolean isWanting(PatientFacts facts) {
        LineOfTherapy latest = facts.therapy().latest();
        return latest != null && !latest.hasProgressed();
    }

    static void remove(Chart chart) {
        removeFrom(chart, facts -> facts.therapy().latest());
    }

    static void removeFrom(Chart chart, Line which) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Provenance> stated = statedBy(which.apply(chart.facts()));
            int before = chart.edits().size();
            stated.forEach(from -> silence(chart, from.reference()));
            if (chart.edits().size() == before) {
                return;
            }
        }
    }

    private static List<Provenance> statedBy(@Nullable LineOfTherapy line) {
        Progression known = line == null ? null : line.progression().orNull();
        return line == null || known == null || known.grade() != Progression.Grade.STATED
                ? List.of()
                : line.progression().fold(Finding.Known::provenance, open -> List.of());
    }

    /** A therapy row stays and loses its reason; what is about the progression alone goes. */
    private static void silence(Chart chart, String reference) {
        if (!reference.startsWith("Medication")) {
            chart.remove(reference, "it says that the cancer grew");
            return;
        }
        ObjectNode row = chart.resource(reference);
        if (row != null && row.has("statusReason")) {
            chart.change(reference, "statusReason taken out", resource -> resource.remove("statusReason"));
        }
    }

    static void state(Chart chart) {
        ObjectNode status = chart.object().put("resourceType", "Observation").put("id", "playground-progression");
        status.put("status", "final");
        coding(status.putObject("code"), "http://loinc.org", "97509-4", "Cancer disease status");
        chart.facts().diagnosis().provenance().stream()
                .filter(from -> from.reference().startsWith("Condition/"))
                .findFirst()
                .ifPresent(from -> status.putArray("focus").addObject().put("reference", from.reference()));
        status.put("effectiveDateTime", chart.asOf().toString());
        coding(
                status.putObject("valueCodeableConcept"),
                "http://snomed.info/sct",
                "271299001",
                "Patient's condition worsened (finding)");
        chart.add(status, "disease status of " + chart.asOf() + ": worsened");
    }

    static void coding(ObjectNode concept, String system, String code, String display) {
        concept.withArray("coding")
                .addObject()
                .put("system", system)
                .put("code", code)
                .put("display", display);
    }
}
