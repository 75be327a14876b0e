package io.nextline.samples.patients;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** Ordinary rows of a chart that have nothing to do with the question, some of which name a cancer drug without giving it. */
final class Noise {

    private static final String ACTIVE_AND_CONFIRMED = """
            "clinicalStatus": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active"}]},
            "verificationStatus": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/condition-ver-status", "code": "confirmed"}]},
            """;

    private Noise() {}

    /** Returns fresh copies, without a subject. */
    static List<ObjectNode> resources() {
        return Stream.of(
                        condition("n1", "http://hl7.org/fhir/sid/icd-10-cm", "M54.50", "Low back pain, unspecified"),
                        condition("n2", "http://snomed.info/sct", "195967001", "Asthma"),
                        laboratory("n3", "2951-2", "Sodium [Moles/volume] in Serum or Plasma", 139, "mmol/L"),
                        laboratory("n4", "3016-3", "Thyrotropin [Units/volume] in Serum or Plasma", 2, "m[IU]/L"),
                        order("n5", "dexamethasone 4 mg tablet", "active", "order"),
                        order("n6", "zoledronic acid 4 mg infusion", "completed", "order"),
                        order("n7", "denosumab 120 mg injection", "active", "order"),
                        order("n8", "granisetron 1 mg tablet", "active", "order"),
                        order("n9", "tivozanib 1.34 mg capsule", "active", "proposal"),
                        order("n10", "belzutifan 40 mg tablet", "cancelled", "order"),
                        plan(),
                        implication(),
                        notDone())
                .map(Noise::parse)
                .toList();
    }

    private static String condition(String id, String system, String code, String display) {
        return """
                {"resourceType": "Condition", "id": "%s", %s
                 "category": [{"coding": [{"code": "problem-list-item"}]}],
                 "code": {"coding": [{"system": "%s", "code": "%s", "display": "%s"}]}, "recordedDate": "2026-03-03"}""".formatted(id, ACTIVE_AND_CONFIRMED, system, code, display);
    }

    private static String laboratory(String id, String code, String display, int value, String unit) {
        return """
                {"resourceType": "Observation", "id": "%s", "status": "final",
                 "code": {"coding": [{"system": "http://loinc.org", "code": "%s", "display": "%s"}]},
                 "effectiveDateTime": "2026-10-30", "valueQuantity": {"value": %d, "unit": "%s"}}""".formatted(id, code, display, value, unit);
    }

    private static String order(String id, String drug, String status, String intent) {
        return """
                {"resourceType": "MedicationRequest", "id": "%s", "status": "%s", "intent": "%s",
                 "medicationCodeableConcept": {"text": "%s"}, "authoredOn": "2026-10-29"}""".formatted(id, status, intent, drug);
    }

    private static String plan() {
        return """
                {"resourceType": "CarePlan", "id": "n11", "status": "active", "intent": "plan",
                 "category": [{"text": "Tumor board"}], "description": "Discussed tivozanib and belzutifan",
                 "created": "2026-10-28"}""";
    }

    private static String implication() {
        return """
                {"resourceType": "Observation", "id": "n12", "status": "final",
                 "code": {"text": "Therapeutic implication"}, "effectiveDateTime": "2026-10-28",
                 "valueCodeableConcept": {"text": "Responsive: tivozanib"}}""";
    }

    private static String notDone() {
        return """
                {"resourceType": "MedicationAdministration", "id": "n13", "status": "not-done",
                 "medicationCodeableConcept": {"text": "avelumab 800 mg infusion"}, "effectiveDateTime": "2026-10-27"}""";
    }

    private static ObjectNode parse(String json) {
        try {
            return (ObjectNode) SamplePatient.MAPPER.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a noise row is no JSON", broken);
        }
    }
}
