package io.nextline.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.Condition;
import io.nextline.core.fhir.Period;
import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.ReadIssue.Kind;
import io.nextline.core.fhir.ResourceHeader;
import java.util.List;
import org.hl7.fhir.r4.model.Age;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;

class ConditionMapperTest {

    private static Condition read(org.hl7.fhir.r4.model.Condition condition) {
        return Hapi.read(condition).conditions().get(0);
    }

    @Test
    void everyElementIsRead() {
        org.hl7.fhir.r4.model.Condition condition = new org.hl7.fhir.r4.model.Condition();
        condition.setId("Condition/c1/_history/4");
        condition.getMeta().setLastUpdatedElement(new InstantType("2026-01-14T15:49:00.000Z"));
        condition.setClinicalStatus(Hapi.concept("active")).setVerificationStatus(Hapi.concept("confirmed"));
        condition.addCategory(Hapi.concept("problem-list-item")).setCode(Hapi.concept("C64.1"));
        condition.addBodySite(Hapi.concept("left")).setSubject(new Reference("Patient/1"));
        condition.setOnset(new DateTimeType("2021-05")).setRecordedDateElement(new DateTimeType("2021-06-01"));
        condition.getAbatementPeriod().setEndElement(new DateTimeType("2022"));
        condition.addStage().setSummary(Hapi.concept("IV")).addAssessment(new Reference("Observation/s"));
        condition.addExtension("http://x/histology", Hapi.concept("8310/3"));
        Condition read = read(condition);
        assertThat(read.header()).isEqualTo(new ResourceHeader("Condition", "c1", null, "2026-01-14T15:49:00.000Z"));
        assertThat(read.clinicalStatus()).isEqualTo(Hapi.read("active"));
        assertThat(read.verificationStatus()).isEqualTo(Hapi.read("confirmed"));
        assertThat(read.category()).containsExactly(Hapi.read("problem-list-item"));
        assertThat(read.code()).isEqualTo(Hapi.read("C64.1"));
        assertThat(read.bodySite()).containsExactly(Hapi.read("left"));
        assertThat(read.subject()).isEqualTo(Hapi.reference("Patient/1"));
        assertThat(read.onset()).isEqualTo(Period.at(Hapi.date("2021-05")));
        assertThat(read.abatement()).isEqualTo(new Period(null, Hapi.date("2022")));
        assertThat(read.recordedDate()).isEqualTo(Hapi.date("2021-06-01"));
        assertThat(read.stage())
                .containsExactly(new Condition.Stage(Hapi.read("IV"), null, List.of(Hapi.reference("Observation/s"))));
        assertThat(read.extension()).hasSize(1);
    }

    @Test
    void emptyConditionHoldsNothing() {
        Condition read = read(new org.hl7.fhir.r4.model.Condition());
        assertThat(read)
                .isEqualTo(new Condition(
                        new ResourceHeader("Condition", null, null, null),
                        null,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of()));
    }

    @Test
    void onsetThatIsNoDateIsNoTime() {
        org.hl7.fhir.r4.model.Condition condition = new org.hl7.fhir.r4.model.Condition();
        assertThat(read(condition.setOnset(new StringType("last winter"))).onset())
                .isNull();
        assertThat(read(condition.setOnset(new Age())).onset()).isNull();
    }

    @Test
    void modifiedStageSetsTheConditionAside() {
        org.hl7.fhir.r4.model.Condition condition = new org.hl7.fhir.r4.model.Condition();
        condition.setId("c1");
        condition
                .addStage()
                .setSummary(Hapi.concept("IV"))
                .addModifierExtension()
                .setUrl("http://x/not");
        assertThat(Hapi.read(condition).issues())
                .containsExactly(
                        new ReadIssue(Kind.MODIFIER_EXTENSION, "Condition", "c1", "Condition.stage.modifierExtension"));
    }
}
