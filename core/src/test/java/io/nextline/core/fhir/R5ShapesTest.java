package io.nextline.core.fhir;

import static io.nextline.core.fhir.FhirJson.at;
import static io.nextline.core.fhir.FhirJson.date;
import static io.nextline.core.fhir.FhirJson.text;
import static io.nextline.core.fhir.FhirJson.to;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class R5ShapesTest {

    private final PatientRecord record = FhirJson.READER.read(FhirJson.file("r5-changed-shapes.json"));

    @Test
    void medicationRequestHoldsConceptAndReferenceInOneElement() {
        MedicationRequest request = (MedicationRequest) record.medicationUses().get(0);
        assertThat(request.content())
                .isEqualTo(new MedicationContent(
                        text("axitinib"), to("Medication/axi"), List.of(), List.of("5 mg twice a day"), List.of()));
        assertThat(request.reported()).isTrue();
        assertThat(request.statusReason()).containsExactly(text("progression"));
        assertThat(request.reasonCode()).containsExactly(text("RCC"));
        assertThat(request.timing()).isEqualTo(new Period(date("2025-03-01"), date("2025-09-01")));
    }

    @Test
    void administrationIsReadUnderTheSpellingOfR5() {
        MedicationAdministration dose =
                (MedicationAdministration) record.medicationUses().get(1);
        assertThat(dose.occurrence()).isEqualTo(at("2025-04-01"));
        assertThat(dose.category()).containsExactly(text("inpatient"));
        assertThat(dose.reasonCode()).containsExactly(text("RCC"));
        assertThat(dose.content().contained())
                .containsExactly(new Medication(
                        FhirJson.header("Medication", "c"),
                        null,
                        List.of(
                                new Medication.Ingredient(text("nivolumab"), null),
                                new Medication.Ingredient(null, to("Substance/nacl")))));
    }

    @Test
    void adherenceOfARecordedStatementStandsAmongItsReasons() {
        MedicationStatement statement =
                (MedicationStatement) record.medicationUses().get(2);
        assertThat(statement.status()).isEqualTo("recorded");
        assertThat(statement.statusReason())
                .containsExactly(
                        new CodeableConcept(List.of(new Coding(null, "stopped", null)), null), text("diarrhoea"));
    }

    @Test
    void dispenseKeepsWhyItWasNotHandedOver() {
        MedicationDispense dispense =
                (MedicationDispense) record.medicationUses().get(3);
        assertThat(dispense.statusReason()).containsExactly(text("out of stock"));
        assertThat(dispense.occurrence()).isEqualTo(at("2025-06-01"));
        assertThat(dispense.reasonCode()).isEmpty();
    }

    @Test
    void procedureHasOccurrenceReasonAndSeveralCategories() {
        Procedure procedure = record.procedures().get(0);
        assertThat(procedure.performed()).isEqualTo(at("2025-01-20"));
        assertThat(procedure.category()).containsExactly(text("surgery"), text("oncology"));
        assertThat(procedure.reasonCode()).containsExactly(text("RCC"));
    }

    @Test
    void serviceRequestCodeAndSupportAreCodeableReferences() {
        ServiceRequest request = record.serviceRequests().get(0);
        assertThat(request.code()).isEqualTo(text("radiotherapy"));
        assertThat(request.supportingInfo()).containsExactly(to("ResearchStudy/s1"));
    }

    @Test
    void restIsReadLikeR4() {
        assertThat(record.plans().get(0).header().resourceType()).isEqualTo("RequestOrchestration");
        assertThat(record.observations().get(0).value()).isEqualTo(new ObservationValue.Other("valueAttachment"));
        assertThat(record.observations().get(0).effective()).isEqualTo(at("2026-01-02"));
        assertThat(record.patient().deceasedDateTime()).isEqualTo(date("2026-10"));
        assertThat(record.issues()).isEmpty();
    }
}
