package io.nextline.samples.playground.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.Medication;
import io.nextline.core.fhir.MedicationRequest;
import io.nextline.core.fhir.MedicationStatement;
import io.nextline.core.fhir.MedicationUse;
import io.nextline.core.vocabulary.DrugRecognition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes of the therapy that was given. */
final class TherapyChanges {

    static final String CHECKPOINT_INHIBITOR = "ICI";

    private static final String STOPPED = "status stopped; statusReason: treatment not tolerated (SNOMED CT 407563006)";

    private TherapyChanges() {}

    static boolean hadCheckpointInhibitor(PatientFacts facts) {
        return facts.therapy().includes(CHECKPOINT_INHIBITOR);
    }

    static void removeCheckpointInhibitors(Chart chart) {
        checkpointInhibitors(chart).forEach(use -> chart.remove(use.header().reference(), "a checkpoint inhibitor"));
        LineOfTherapy left = Changes.latestWithCheckpointInhibitor(chart.facts());
        if (left != null) {
            left.provenance().stream()
                    .map(Provenance::reference)
                    .filter(reference -> reference.startsWith("Procedure/"))
                    .forEach(reference -> chart.remove(reference, "a course of therapy with a checkpoint inhibitor"));
        }
    }

    /** The orders of the line say why it ended; where there are none, a statement is added that does. */
    static void stopForToxicity(Chart chart) {
        LineOfTherapy line = Changes.latestWithCheckpointInhibitor(chart.facts());
        if (line == null) {
            return;
        }
        ProgressionChanges.removeFrom(chart, Changes::latestWithCheckpointInhibitor);
        List<String> orders = orders(chart, line);
        orders.forEach(order -> chart.change(order, STOPPED, TherapyChanges::stop));
        if (orders.isEmpty()) {
            chart.add(statement(chart, line), STOPPED);
        }
    }

    private static List<String> orders(Chart chart, LineOfTherapy line) {
        Set<String> ofLine =
                line.provenance().stream().map(Provenance::reference).collect(Collectors.toSet());
        return checkpointInhibitors(chart).stream()
                .filter(use -> use instanceof MedicationRequest || use instanceof MedicationStatement)
                .map(use -> use.header().reference())
                .filter(ofLine::contains)
                .toList();
    }

    private static List<MedicationUse> checkpointInhibitors(Chart chart) {
        return chart.record().medicationUses().stream()
                .filter(use -> isCheckpointInhibitor(chart, use))
                .toList();
    }

    private static boolean isCheckpointInhibitor(Chart chart, MedicationUse use) {
        DrugRecognition recognised = chart.nextline()
                .evidence()
                .vocabulary()
                .recogniser()
                .recognise(use.content(), reference -> medication(chart, reference.reference()));
        return recognised.drugs().stream().anyMatch(drug -> drug.isA(CHECKPOINT_INHIBITOR));
    }

    private static @Nullable Medication medication(Chart chart, @Nullable String literal) {
        return chart.record().medications().stream()
                .filter(medication -> literal != null && medication.header().isMeantBy(literal))
                .findFirst()
                .orElse(null);
    }

    private static void stop(ObjectNode order) {
        order.put("status", "stopped");
        ObjectNode reason = toxicity(order.objectNode());
        if (order.path("resourceType").asText().equals("MedicationStatement")) {
            order.putArray("statusReason").add(reason);
        } else {
            order.set("statusReason", reason);
        }
    }

    private static ObjectNode toxicity(ObjectNode reason) {
        reason.putArray("coding")
                .addObject()
                .put("system", "http://snomed.info/sct")
                .put("code", "407563006")
                .put("display", "Treatment not tolerated");
        return reason.put("text", "Immune-related toxicity");
    }

    private static ObjectNode statement(Chart chart, LineOfTherapy line) {
        ObjectNode statement =
                chart.object().put("resourceType", "MedicationStatement").put("id", "playground-stopped");
        String drug = line.regimen().stream()
                .filter(each -> each.isA(CHECKPOINT_INHIBITOR))
                .findFirst()
                .orElseThrow()
                .name();
        statement.putObject("medicationCodeableConcept").put("text", drug);
        ObjectNode period = statement.putObject("effectivePeriod");
        put(period, "start", line.start());
        put(period, "end", line.end());
        stop(statement);
        return statement;
    }

    private static void put(ObjectNode period, String field, @Nullable FhirDate date) {
        if (date != null) {
            period.put(field, date.text());
        }
    }
}
