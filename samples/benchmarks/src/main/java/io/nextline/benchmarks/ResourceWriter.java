package io.nextline.benchmarks;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nextline.benchmarks.Rows.Drug;
import io.nextline.benchmarks.Rows.Measure;
import io.nextline.benchmarks.Rows.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Writes one resource at a time, in the shape in which large EHRs send them. Not thread-safe. */
final class ResourceWriter {

    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
    private static final int TENTHS = 10;
    private static final int OBSERVATIONS_WITH_NARRATIVE = 8;
    private static final int OBSERVATIONS_WITH_RANGE = 3;

    private final Elements elements;
    private final JsonGenerator json;

    ResourceWriter(Elements elements) {
        this.elements = elements;
        this.json = elements.json();
    }

    void patient() throws IOException {
        elements.start("Patient", Elements.PATIENT_ID);
        elements.narrative("<b>Test Patient " + Elements.PATIENT_ID + "</b>, male, born 1958");
        elements.extension("http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex", "valueCode", "M");
        identifier();
        json.writeBooleanField("active", true);
        json.writeArrayFieldStart("name");
        json.writeStartObject();
        json.writeStringField("use", "official");
        json.writeStringField("family", "Patient");
        json.writeEndObject();
        json.writeEndArray();
        json.writeStringField("gender", "male");
        json.writeStringField("birthDate", "1958-06-17");
        elements.reference("managingOrganization", "Organization/" + elements.id());
        json.writeEndObject();
    }

    void condition(String id, Problem problem, LocalDate onset) throws IOException {
        elements.start("Condition", id);
        elements.narrative(problem.display());
        elements.extension(
                "http://hl7.org/fhir/StructureDefinition/condition-assertedDate", "valueDateTime", onset.toString());
        elements.code("clinicalStatus", TERMINOLOGY + "condition-clinical", "active");
        elements.code("verificationStatus", TERMINOLOGY + "condition-ver-status", "confirmed");
        elements.category(TERMINOLOGY + "condition-category", "problem-list-item");
        elements.concept("code", problem.display(), Rows.ICD_10_CM, problem.icd(), Rows.SNOMED_CT, problem.snomed());
        elements.subject();
        json.writeStringField("onsetDateTime", onset.toString());
        json.writeStringField("recordedDate", onset.toString());
        json.writeEndObject();
    }

    void medicationRequest(String id, Drug drug, String status, LocalDate authored) throws IOException {
        elements.start("MedicationRequest", id);
        elements.narrative(drug.name());
        identifier();
        json.writeStringField("status", status);
        json.writeStringField("intent", "order");
        elements.concept("medicationCodeableConcept", drug.name(), Rows.RXNORM, drug.rxnorm());
        elements.subject();
        json.writeStringField("authoredOn", authored.toString());
        elements.reference("requester", "Practitioner/" + elements.id());
        dosage(drug.directions());
        json.writeEndObject();
    }

    private void dosage(String directions) throws IOException {
        json.writeArrayFieldStart("dosageInstruction");
        json.writeStartObject();
        json.writeStringField("text", directions);
        json.writeObjectFieldStart("timing");
        json.writeObjectFieldStart("repeat");
        json.writeNumberField("frequency", 1);
        json.writeNumberField("period", 1);
        json.writeStringField("periodUnit", "d");
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayFieldStart("doseAndRate");
        json.writeStartObject();
        quantity("doseQuantity", BigDecimal.ONE, "tablet");
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    void measurement(String id, Measure measure, LocalDate day) throws IOException {
        elements.start("Observation", id);
        if (elements.random().nextInt(OBSERVATIONS_WITH_NARRATIVE) == 0) {
            elements.narrative(measure.display());
        }
        observation("laboratory", measure.loinc(), measure.display(), day);
        int tenths = TENTHS * measure.low() + elements.random().nextInt(TENTHS * (measure.high() - measure.low()));
        quantity("valueQuantity", BigDecimal.valueOf(tenths, 1), measure.unit());
        if (elements.random().nextInt(OBSERVATIONS_WITH_RANGE) == 0) {
            range(measure);
        }
        json.writeEndObject();
    }

    /** Writes the finding that the disease has progressed. */
    void progression(String id, LocalDate day) throws IOException {
        elements.start("Observation", id);
        observation("exam", "97509-4", "Cancer disease status", day);
        elements.concept("valueCodeableConcept", "Patient's condition worsened", Rows.SNOMED_CT, "271299001");
        json.writeEndObject();
    }

    void performanceStatus(String id, LocalDate day) throws IOException {
        elements.start("Observation", id);
        observation("survey", "89247-1", "ECOG Performance Status score", day);
        json.writeNumberField("valueInteger", 1);
        json.writeEndObject();
    }

    private void observation(String category, String loinc, String display, LocalDate day) throws IOException {
        json.writeStringField("status", "final");
        elements.category(TERMINOLOGY + "observation-category", category);
        json.writeObjectFieldStart("code");
        elements.codings(display, Rows.LOINC, loinc);
        json.writeEndObject();
        elements.subject();
        json.writeStringField("effectiveDateTime", elements.instant(day));
    }

    private void range(Measure measure) throws IOException {
        json.writeArrayFieldStart("referenceRange");
        json.writeStartObject();
        value("low", measure.low());
        value("high", measure.high());
        json.writeEndObject();
        json.writeEndArray();
    }

    private void value(String field, int value) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeNumberField("value", value);
        json.writeEndObject();
    }

    void procedure(String id, Problem procedure, LocalDate day) throws IOException {
        elements.start("Procedure", id);
        elements.narrative("Procedure");
        json.writeStringField("status", "completed");
        elements.concept("code", procedure.display(), Rows.SNOMED_CT, procedure.snomed());
        elements.subject();
        json.writeStringField("performedDateTime", day.toString());
        json.writeEndObject();
    }

    private void quantity(String field, BigDecimal value, String unit) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeNumberField("value", value);
        json.writeStringField("unit", unit);
        json.writeEndObject();
    }

    private void identifier() throws IOException {
        json.writeArrayFieldStart("identifier");
        json.writeStartObject();
        json.writeStringField("use", "usual");
        json.writeStringField("system", "urn:oid:1.2.840.114350.1.13.0.1.7.2.798268");
        json.writeStringField(
                "value", Integer.toString(100_000_000 + elements.random().nextInt(900_000_000)));
        json.writeEndObject();
        json.writeEndArray();
    }
}
