package io.nextline.samples.patients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.synthea.Course;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** Synthea's records as trees to be changed. */
final class SyntheaRecord {

    private static final Set<String> READ = Set.of(
            "Patient",
            "Condition",
            "Encounter",
            "Medication",
            "MedicationRequest",
            "MedicationAdministration",
            "Observation",
            "Procedure",
            "DiagnosticReport");

    /** A laboratory's limits in the unit of the modules; Synthea writes none. */
    private static final Map<String, double[]> LIMITS = Map.of(
            "718-7", new double[] {12, 16},
            "17861-6", new double[] {8.6, 10.2},
            "1751-7", new double[] {3.4, 5.2},
            "751-8", new double[] {1.8, 7.7},
            "777-3", new double[] {150, 400});

    private static final String DISEASE_STATUS = "97509-4";

    private SyntheaRecord() {}

    /** Returns the whole record, with the laboratory's limits beside its values. */
    static ObjectNode whole(Course course) {
        ObjectNode record = tree(course.record());
        for (JsonNode entry : record.path("entry")) {
            if (entry.path("resource") instanceof ObjectNode resource) {
                addLimits(resource);
            }
        }
        return record;
    }

    /** Returns the record without the types that nobody reads: claims, care plans, immunizations and so on. */
    static ObjectNode read(Course course) {
        ObjectNode record = whole(course);
        ArrayNode kept = record.arrayNode();
        for (JsonNode entry : record.path("entry")) {
            if (READ.contains(Changes.type(entry))) {
                kept.add(entry);
            }
        }
        record.set("entry", kept);
        return record;
    }

    /** Returns whether a disease status was noted on or after a day. */
    static boolean hasStatusSince(Course course, LocalDate day) {
        for (JsonNode entry : tree(course.record()).path("entry")) {
            JsonNode resource = entry.path("resource");
            String code =
                    resource.path("code").path("coding").path(0).path("code").asText();
            String date = resource.path("effectiveDateTime").asText();
            if (code.equals(DISEASE_STATUS) && date.compareTo(day.toString()) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static void addLimits(ObjectNode resource) {
        String code = resource.path("code").path("coding").path(0).path("code").asText();
        double[] limits = LIMITS.get(code);
        JsonNode value = resource.path("valueQuantity");
        if (limits != null && value.isObject()) {
            ObjectNode range = resource.putArray("referenceRange").addObject();
            range.putObject("low")
                    .put("value", limits[0])
                    .put("unit", value.path("unit").asText());
            range.putObject("high")
                    .put("value", limits[1])
                    .put("unit", value.path("unit").asText());
        }
    }

    private static ObjectNode tree(String json) {
        try {
            return (ObjectNode) SamplePatient.MAPPER.readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException("Synthea wrote no JSON", broken);
        }
    }
}
