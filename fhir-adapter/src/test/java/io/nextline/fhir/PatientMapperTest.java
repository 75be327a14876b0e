package io.nextline.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.Patient;
import io.nextline.core.fhir.ReadIssue.Kind;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

class PatientMapperTest {

    @Test
    void birthDateGenderAndLinksAreRead() {
        org.hl7.fhir.r4.model.Patient patient = new org.hl7.fhir.r4.model.Patient();
        patient.setId("p");
        patient.setBirthDateElement(new DateType("1961")).setGender(AdministrativeGender.FEMALE);
        patient.addLink().setOther(new Reference("Patient/q")).setType(LinkType.REPLACEDBY);
        Patient read = Hapi.read(patient).patient();
        assertThat(read.birthDate()).isEqualTo(Hapi.date("1961"));
        assertThat(read.gender()).isEqualTo("female");
        assertThat(read.link()).containsExactly(new Patient.Link(Hapi.reference("Patient/q"), "replaced-by"));
        assertThat(read.deceasedBoolean()).isNull();
        assertThat(read.deceasedDateTime()).isNull();
    }

    @Test
    void deathIsReadAsStated() {
        org.hl7.fhir.r4.model.Patient patient = new org.hl7.fhir.r4.model.Patient();
        patient.setDeceased(new BooleanType(false));
        assertThat(Hapi.read(patient).patient().deceasedBoolean()).isFalse();
        patient.setDeceased(new DateTimeType("2025-03"));
        assertThat(Hapi.read(patient).patient().deceasedDateTime()).isEqualTo(Hapi.date("2025-03"));
        assertThat(Hapi.read(patient).patient().deceasedBoolean()).isNull();
    }

    @Test
    void modifiedLinkSetsThePatientAside() {
        org.hl7.fhir.r4.model.Patient patient = new org.hl7.fhir.r4.model.Patient();
        patient.addLink()
                .setOther(new Reference("Patient/q"))
                .addModifierExtension()
                .setUrl("http://x/not");
        assertThat(Hapi.read(patient).patient()).isNull();
        assertThat(Hapi.read(patient).issues()).extracting("kind").containsExactly(Kind.MODIFIER_EXTENSION);
    }
}
