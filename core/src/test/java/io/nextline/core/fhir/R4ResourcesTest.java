package io.nextline.core.fhir;

import static io.nextline.core.fhir.FhirJson.at;
import static io.nextline.core.fhir.FhirJson.coded;
import static io.nextline.core.fhir.FhirJson.date;
import static io.nextline.core.fhir.FhirJson.header;
import static io.nextline.core.fhir.FhirJson.text;
import static io.nextline.core.fhir.FhirJson.to;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class R4ResourcesTest {

    private static final String SNOMED = "http://snomed.info/sct";
    private static final Reference PATIENT = to("Patient/pat");

    private final PatientRecord record = FhirJson.READER.read(FhirJson.file("r4-every-element.json"));

    @Test
    void patientIsReadWithoutNameAddressOrIdentifier() {
        assertThat(record.patient())
                .isEqualTo(new Patient(
                        new ResourceHeader(
                                "Patient", "pat", "https://ehr.example/fhir/Patient/pat", "2026-11-01T10:00:00Z", "3"),
                        date("1961-04-30"),
                        false,
                        null,
                        "male",
                        List.of(new Patient.Link(to("Patient/pat-old"), "replaces"))));
    }

    @Test
    void conditionIsReadWithEveryCodingStageAndExtension() {
        assertThat(record.conditions())
                .containsExactly(new Condition(
                        new ResourceHeader(
                                "Condition", "rcc", "https://ehr.example/fhir/Condition/rcc", "2026-10-01T10:00:00Z"),
                        coded("http://terminology.hl7.org/CodeSystem/condition-clinical", "active"),
                        coded("http://terminology.hl7.org/CodeSystem/condition-ver-status", "confirmed"),
                        List.of(
                                coded("http://terminology.hl7.org/CodeSystem/condition-category", "problem-list-item"),
                                text("Problem")),
                        new CodeableConcept(
                                List.of(
                                        new Coding(SNOMED, "254915003", "Clear cell carcinoma of kidney"),
                                        new Coding("http://hl7.org/fhir/sid/icd-10-cm", "C64.2", null),
                                        new Coding("http://hl7.org/fhir/sid/icd-9-cm", "189.0", null)),
                                "RCC, clear cell, left"),
                        List.of(coded(SNOMED, "64033007")),
                        new Reference("Patient/pat", "Patient", "CANARY"),
                        at("2025-01"),
                        new Period(date("2026-01-01"), date("2026-02")),
                        date("2025-01-10"),
                        List.of(new Condition.Stage(
                                text("IV"), text("clinical"), List.of(to("Observation/stage"), to("Observation/m")))),
                        conditionExtensions()));
    }

    private static List<Extension> conditionExtensions() {
        return List.of(
                new Extension(
                        "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior",
                        coded("http://terminology.hl7.org/CodeSystem/icd-o-3", "8310/3"),
                        null,
                        null,
                        null),
                new Extension(
                        "http://hl7.org/fhir/StructureDefinition/condition-assertedDate",
                        null,
                        null,
                        date("2025-01-08"),
                        null),
                new Extension(
                        "http://hl7.org/fhir/StructureDefinition/condition-related",
                        null,
                        to("Condition/lung-met"),
                        null,
                        null),
                new Extension("http://example.org/flag", null, null, null, "true"),
                new Extension("http://example.org/note", null, null, null, "left side"),
                new Extension("http://example.org/coding", coded(SNOMED, "7771000"), null, null, null));
    }

    @Test
    void observationKeepsTheWrittenPrecisionOfItsValue() {
        Quantity low = new Quantity(new BigDecimal("12"), null, "g/dL", null, null);
        Quantity high = new Quantity(new BigDecimal("16.5"), null, null, null, null);
        assertThat(record.observations().get(0))
                .isEqualTo(new Observation(
                        header("Observation", "hb"),
                        "final",
                        List.of(coded("http://terminology.hl7.org/CodeSystem/observation-category", "laboratory")),
                        new CodeableConcept(List.of(new Coding("http://loinc.org", "718-7", "Hemoglobin")), null),
                        PATIENT,
                        List.of(to("Condition/rcc")),
                        at("2026-10-02"),
                        new ObservationValue.Measured(new Quantity(
                                new BigDecimal("10.50"), "<", "g/dL", "http://unitsofmeasure.org", "g/dL")),
                        null,
                        List.of(coded("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", "L")),
                        text("arm"),
                        text("RECIST 1.1"),
                        List.of(new Observation.ReferenceRange(low, high, "12-16.5")),
                        List.of(
                                new Observation.Component(
                                        text("gene"),
                                        new ObservationValue.Coded(text("VHL")),
                                        List.of(text("pathogenic")),
                                        List.of(new Observation.ReferenceRange(null, null, "none"))),
                                new Observation.Component(
                                        text("count"), new ObservationValue.Whole(3), List.of(), List.of())),
                        List.of("haemolysed")));
    }

    @Test
    void observationWithoutValueKeepsTheReason() {
        Observation missing = record.observations().get(1);
        assertThat(missing.value()).isNull();
        assertThat(missing.dataAbsentReason())
                .isEqualTo(new CodeableConcept(List.of(new Coding(null, "not-performed", null)), null));
        assertThat(missing.effective()).isEqualTo(new Period(date("2026-09"), null));
    }

    @Test
    void procedureServiceRequestAndReportAreRead() {
        assertThat(record.procedures())
                .containsExactly(new Procedure(
                        header("Procedure", "neph"),
                        "completed",
                        List.of(text("done")),
                        List.of(text("surgery")),
                        coded("http://www.ama-assn.org/go/cpt", "50543"),
                        PATIENT,
                        at("2025-01-20"),
                        List.of(text("left kidney")),
                        List.of(text("RCC")),
                        List.of(new Extension(
                                "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-procedure-intent",
                                text("curative"),
                                null,
                                null,
                                null))));
        assertThat(record.serviceRequests())
                .containsExactly(new ServiceRequest(
                        header("ServiceRequest", "sr"),
                        "draft",
                        "order",
                        true,
                        text("stereotactic radiotherapy"),
                        PATIENT,
                        List.of(text("brain")),
                        date("2026-11-20"),
                        List.of(to("CarePlan/plan")),
                        List.of(new Reference("ResearchStudy/s1", null, "a study")),
                        List.of(new Extension("http://example.org/code", null, null, null, "x"))));
        assertThat(record.diagnosticReports())
                .containsExactly(new DiagnosticReport(
                        header("DiagnosticReport", "ct"),
                        "final",
                        List.of(text("radiology")),
                        text("CT chest"),
                        PATIENT,
                        at("2026-10-01"),
                        "no evidence of progression",
                        List.of(coded(SNOMED, "359746009"))));
    }

    @Test
    void plansAreRecognisedAsPlans() {
        assertThat(record.plans())
                .containsExactly(
                        new Plan(header("CarePlan", "plan"), "active", "plan", PATIENT, List.of()),
                        new Plan(header("RequestGroup", "group"), "active", "proposal", PATIENT, List.of()));
    }

    @Test
    void nothingThatNamesThePersonIsHeld() {
        String held = record.toString().replace("display=CANARY]", "");
        assertThat(held).doesNotContain("CANARY").doesNotContain("Canary");
    }

    @Test
    void everythingWasReadWhole() {
        assertThat(record.issues()).isEmpty();
        assertThat(record.coverage()).isEqualTo(Coverage.all(Coverage.State.COMPLETE));
    }
}
