package io.nextline.core.fhir;

import static io.nextline.core.fhir.FhirJson.at;
import static io.nextline.core.fhir.FhirJson.coded;
import static io.nextline.core.fhir.FhirJson.date;
import static io.nextline.core.fhir.FhirJson.header;
import static io.nextline.core.fhir.FhirJson.text;
import static io.nextline.core.fhir.FhirJson.to;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class R4MedicationsTest {

    private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
    private static final String SNOMED = "http://snomed.info/sct";
    private static final Reference PATIENT = to("Patient/pat");

    private final PatientRecord record = FhirJson.READER.read(FhirJson.file("r4-every-element.json"));

    @Test
    void medicationRequestIsReadWithItsContainedInfusion() {
        Medication infusion = new Medication(
                header("Medication", "m1"),
                text("nivolumab in saline"),
                List.of(
                        new Medication.Ingredient(coded(RXNORM, "1991412"), null),
                        new Medication.Ingredient(null, new Reference("Medication/saline", null, "sodium chloride"))));
        assertThat(record.medicationUses().get(0))
                .isEqualTo(new MedicationRequest(
                        header("MedicationRequest", "mr"),
                        "stopped",
                        List.of(new CodeableConcept(List.of(new Coding(SNOMED, "407563006", null)), "not tolerated")),
                        "plan",
                        false,
                        true,
                        new MedicationContent(
                                null,
                                new Reference("#m1", null, "nivolumab"),
                                List.of(infusion),
                                List.of("240 mg every 2 weeks", "then 480 mg every 4 weeks"),
                                List.of(coded(SNOMED, "47625008"))),
                        PATIENT,
                        date("2025-02-03"),
                        new Period(date("2025-02-10"), date("2025-06-01")),
                        new Period(date("2025-02-03"), null),
                        List.of(text("outpatient")),
                        List.of(text("kidney cancer")),
                        List.of(to("CarePlan/plan")),
                        List.of(to("ResearchStudy/s1")),
                        List.of(new Extension(
                                "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-procedure-intent",
                                coded(SNOMED, "363676003"),
                                null,
                                null,
                                null))));
    }

    @Test
    void administrationStatementAndDispenseAreRead() {
        CodeableConcept nivolumab = new CodeableConcept(List.of(new Coding(RXNORM, "1597876", "nivolumab")), null);
        assertThat(record.medicationUses().subList(1, 4))
                .containsExactly(
                        new MedicationAdministration(
                                header("MedicationAdministration", "ma"),
                                "completed",
                                List.of(text("as planned")),
                                new MedicationContent(
                                        nivolumab, null, List.of(), List.of("240 mg"), List.of(text("IV"))),
                                PATIENT,
                                at("2025-02-10"),
                                List.of(text("outpatient")),
                                List.of(text("kidney cancer")),
                                List.of()),
                        new MedicationStatement(
                                header("MedicationStatement", "ms"),
                                "not-taken",
                                List.of(text("cost")),
                                new MedicationContent(
                                        text("Cabometyx 60 mg"), null, List.of(), List.of("one a day"), List.of()),
                                PATIENT,
                                at("2025"),
                                date("2025-08-01"),
                                List.of(text("community")),
                                List.of(text("RCC")),
                                List.of()),
                        new MedicationDispense(
                                header("MedicationDispense", "md"),
                                "completed",
                                List.of(text("none")),
                                new MedicationContent(
                                        null, to("Medication/cabo"), List.of(), List.of("one a day"), List.of()),
                                PATIENT,
                                at("2025-08-02"),
                                List.of(text("outpatient")),
                                List.of()));
    }

    @Test
    void medicationIsRead() {
        assertThat(record.medications())
                .containsExactly(new Medication(
                        new ResourceHeader("Medication", "cabo", "urn:uuid:53fefa32-fcbb-4ff8-8a92-55ee120877b7", null),
                        new CodeableConcept(
                                List.of(new Coding(RXNORM, "1790173", "cabozantinib 60 MG Oral Tablet")), null),
                        List.of(new Medication.Ingredient(text("cabozantinib"), null))));
    }
}
