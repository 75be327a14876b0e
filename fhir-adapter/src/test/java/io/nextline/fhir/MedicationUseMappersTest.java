package io.nextline.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.Medication;
import io.nextline.core.fhir.MedicationAdministration;
import io.nextline.core.fhir.MedicationDispense;
import io.nextline.core.fhir.MedicationStatement;
import io.nextline.core.fhir.MedicationUse;
import io.nextline.core.fhir.Period;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.MedicationDispense.MedicationDispenseStatus;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

class MedicationUseMappersTest {

    private static MedicationUse read(DomainResource use) {
        return Hapi.read(use).medicationUses().get(0);
    }

    @Test
    void administrationIsRead() {
        org.hl7.fhir.r4.model.MedicationAdministration given = new org.hl7.fhir.r4.model.MedicationAdministration();
        given.setStatus(MedicationAdministrationStatus.NOTDONE).addStatusReason(Hapi.concept("colitis"));
        given.setMedication(Hapi.concept("nivolumab")).setSubject(new Reference("Patient/1"));
        given.setEffective(new DateTimeType("2025-03-01")).setCategory(Hapi.concept("inpatient"));
        given.addReasonCode(Hapi.concept("C64"));
        given.getDosage().setText("240 mg").setRoute(Hapi.concept("iv"));
        MedicationAdministration read = (MedicationAdministration) read(given);
        assertThat(read.status()).isEqualTo("not-done");
        assertThat(read.statusReason()).containsExactly(Hapi.read("colitis"));
        assertThat(read.content().concept()).isEqualTo(Hapi.read("nivolumab"));
        assertThat(read.content().dosageText()).containsExactly("240 mg");
        assertThat(read.content().route()).containsExactly(Hapi.read("iv"));
        assertThat(read.subject()).isEqualTo(Hapi.reference("Patient/1"));
        assertThat(read.occurrence()).isEqualTo(Period.at(Hapi.date("2025-03-01")));
        assertThat(read.category()).containsExactly(Hapi.read("inpatient"));
        assertThat(read.reasonCode()).containsExactly(Hapi.read("C64"));
    }

    @Test
    void statementIsRead() {
        org.hl7.fhir.r4.model.MedicationStatement said = new org.hl7.fhir.r4.model.MedicationStatement();
        said.setStatus(MedicationStatementStatus.ONHOLD).addStatusReason(Hapi.concept("diarrhoea"));
        said.setMedication(Hapi.concept("axitinib")).setSubject(new Reference("Patient/1"));
        said.getEffectivePeriod().setStartElement(new DateTimeType("2024"));
        said.setDateAssertedElement(new DateTimeType("2025-05")).setCategory(Hapi.concept("community"));
        said.addReasonCode(Hapi.concept("C64")).addDosage().setText("5 mg twice a day");
        MedicationStatement read = (MedicationStatement) read(said);
        assertThat(read.status()).isEqualTo("on-hold");
        assertThat(read.statusReason()).containsExactly(Hapi.read("diarrhoea"));
        assertThat(read.content().concept()).isEqualTo(Hapi.read("axitinib"));
        assertThat(read.content().dosageText()).containsExactly("5 mg twice a day");
        assertThat(read.occurrence()).isEqualTo(new Period(Hapi.date("2024"), null));
        assertThat(read.dateAsserted()).isEqualTo(Hapi.date("2025-05"));
        assertThat(read.category()).containsExactly(Hapi.read("community"));
        assertThat(read.reasonCode()).containsExactly(Hapi.read("C64"));
    }

    @Test
    void dispenseIsReadAndHandingOverCountsBeforePreparing() {
        org.hl7.fhir.r4.model.MedicationDispense dispense = new org.hl7.fhir.r4.model.MedicationDispense();
        dispense.setStatus(MedicationDispenseStatus.DECLINED).setStatusReason(Hapi.concept("cost"));
        dispense.setMedication(Hapi.concept("lenvatinib")).setSubject(new Reference("Patient/1"));
        dispense.setCategory(Hapi.concept("outpatient")).setWhenPreparedElement(new DateTimeType("2025-01-01"));
        dispense.addDosageInstruction().setText("18 mg");
        MedicationDispense read = (MedicationDispense) read(dispense);
        assertThat(read.status()).isEqualTo("declined");
        assertThat(read.statusReason()).containsExactly(Hapi.read("cost"));
        assertThat(read.content().dosageText()).containsExactly("18 mg");
        assertThat(read.occurrence()).isEqualTo(Period.at(Hapi.date("2025-01-01")));
        dispense.setWhenHandedOverElement(new DateTimeType("2025-01-03"));
        assertThat(read(dispense).occurrence()).isEqualTo(Period.at(Hapi.date("2025-01-03")));
        dispense.setStatusReason(new Reference("DetectedIssue/1"));
        assertThat(read(dispense).statusReason()).isEmpty();
    }

    @Test
    void medicationAndItsIngredientsAreRead() {
        org.hl7.fhir.r4.model.Medication infusion = new org.hl7.fhir.r4.model.Medication();
        infusion.setCode(Hapi.concept("infusion"));
        infusion.addIngredient().setItem(Hapi.concept("nivolumab"));
        infusion.addIngredient().setItem(new Reference("Substance/nacl"));
        infusion.addIngredient();
        Medication read = Hapi.read(infusion).medications().get(0);
        assertThat(read.code()).isEqualTo(Hapi.read("infusion"));
        assertThat(read.ingredient())
                .containsExactly(
                        new Medication.Ingredient(Hapi.read("nivolumab"), null),
                        new Medication.Ingredient(null, Hapi.reference("Substance/nacl")));
    }

    @Test
    void modifiedDosageOrIngredientSetsTheWholeAside() {
        org.hl7.fhir.r4.model.MedicationAdministration given = new org.hl7.fhir.r4.model.MedicationAdministration();
        given.getDosage().addModifierExtension().setUrl("http://x/not");
        org.hl7.fhir.r4.model.MedicationStatement said = new org.hl7.fhir.r4.model.MedicationStatement();
        said.addDosage().addModifierExtension().setUrl("http://x/not");
        org.hl7.fhir.r4.model.Medication infusion = new org.hl7.fhir.r4.model.Medication();
        infusion.addIngredient().addModifierExtension().setUrl("http://x/not");
        assertThat(Hapi.read(given, said, infusion).issues())
                .extracting("element")
                .containsExactly(
                        "MedicationAdministration.dosage.modifierExtension",
                        "MedicationStatement.dosage.modifierExtension",
                        "Medication.ingredient.modifierExtension");
    }
}
