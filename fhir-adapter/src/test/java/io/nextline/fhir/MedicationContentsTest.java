package io.nextline.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.Medication;
import io.nextline.core.fhir.MedicationContent;
import io.nextline.core.fhir.Reference;
import io.nextline.core.fhir.ResourceHeader;
import java.util.List;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

class MedicationContentsTest {

    private final MedicationAdministration given = new MedicationAdministration();

    private MedicationContent read() {
        return Hapi.read(given).medicationUses().get(0).content();
    }

    private static org.hl7.fhir.r4.model.Medication medication(String drug) {
        return new org.hl7.fhir.r4.model.Medication().setCode(Hapi.concept(drug));
    }

    private static Medication read(String id, String drug) {
        return new Medication(new ResourceHeader("Medication", id, null, null), Hapi.read(drug), List.of());
    }

    @Test
    void containedMedicationsAreReadByTheirLocalIds() {
        given.addContained(medication("nivolumab").setId("m1"));
        given.addContained(medication("ipilimumab").setId("#m2"));
        given.addContained(new Patient());
        given.setMedication(new org.hl7.fhir.r4.model.Reference("#m1"));
        assertThat(read().contained()).containsExactly(read("m1", "nivolumab"), read("m2", "ipilimumab"));
        assertThat(read().reference()).isEqualTo(Hapi.reference("#m1"));
    }

    @Test
    void displayAloneIsAReference() {
        given.setMedication(new org.hl7.fhir.r4.model.Reference().setDisplay("Cabometyx 60 mg"));
        assertThat(read().reference()).isEqualTo(new Reference(null, null, "Cabometyx 60 mg"));
    }

    @Test
    void medicationAttachedAsAnObjectIsReadAsContained() {
        given.setMedication(new org.hl7.fhir.r4.model.Reference(medication("nivolumab")));
        assertThat(read().contained()).containsExactly(read("medication", "nivolumab"));
        assertThat(read().reference()).isEqualTo(Hapi.reference("#medication"));
        given.setMedication(new org.hl7.fhir.r4.model.Reference(
                (org.hl7.fhir.r4.model.Medication) medication("nivolumab").setId("Medication/77")));
        assertThat(read().contained()).containsExactly(read("77", "nivolumab"));
        assertThat(read().reference()).isEqualTo(Hapi.reference("#77"));
    }

    @Test
    void subjectAttachedAsAnObjectIsReferredToByItsId() {
        Patient patient = new Patient();
        patient.setId("p");
        given.setSubject(new org.hl7.fhir.r4.model.Reference(patient));
        assertThat(Hapi.read(given).medicationUses().get(0).subject()).isEqualTo(Hapi.reference("Patient/p"));
    }

    @Test
    void modifiedContainedResourceTakesTheUseWithIt() {
        Patient modified = new Patient();
        modified.addModifierExtension().setUrl("http://x/not");
        given.addContained(modified);
        assertThat(Hapi.read(given).medicationUses()).isEmpty();
        assertThat(Hapi.read(given).issues())
                .extracting("element")
                .containsExactly("MedicationAdministration.contained.modifierExtension");
    }
}
