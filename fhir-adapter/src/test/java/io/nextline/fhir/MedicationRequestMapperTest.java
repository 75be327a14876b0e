package io.nextline.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.MedicationRequest;
import io.nextline.core.fhir.Period;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Timing;
import org.junit.jupiter.api.Test;

class MedicationRequestMapperTest {

    private final org.hl7.fhir.r4.model.MedicationRequest request = new org.hl7.fhir.r4.model.MedicationRequest();

    private MedicationRequest read() {
        return (MedicationRequest) Hapi.read(request).medicationUses().get(0);
    }

    @Test
    void everyElementIsRead() {
        request.setStatus(MedicationRequestStatus.STOPPED).setStatusReason(Hapi.concept("progression"));
        request.setIntent(MedicationRequestIntent.PLAN).setDoNotPerform(true).setReported(new BooleanType(false));
        request.setMedication(Hapi.concept("cabozantinib")).setSubject(new Reference("Patient/1"));
        request.setAuthoredOnElement(new DateTimeType("2025-03")).addCategory(Hapi.concept("community"));
        request.addReasonCode(Hapi.concept("C64")).addBasedOn(new Reference("CarePlan/1"));
        request.addSupportingInformation(new Reference("ResearchStudy/1"));
        request.getDispenseRequest().getValidityPeriod().setStartElement(new DateTimeType("2025-04"));
        request.addExtension("http://x/intent", Hapi.concept("palliative"));
        MedicationRequest read = read();
        assertThat(read.status()).isEqualTo("stopped");
        assertThat(read.statusReason()).containsExactly(Hapi.read("progression"));
        assertThat(read.intent()).isEqualTo("plan");
        assertThat(read.doNotPerform()).isTrue();
        assertThat(read.reported()).isFalse();
        assertThat(read.content().concept()).isEqualTo(Hapi.read("cabozantinib"));
        assertThat(read.subject()).isEqualTo(Hapi.reference("Patient/1"));
        assertThat(read.authoredOn()).isEqualTo(Hapi.date("2025-03"));
        assertThat(read.timing()).isNull();
        assertThat(read.validityPeriod()).isEqualTo(new Period(Hapi.date("2025-04"), null));
        assertThat(read.category()).containsExactly(Hapi.read("community"));
        assertThat(read.reasonCode()).containsExactly(Hapi.read("C64"));
        assertThat(read.basedOn()).containsExactly(Hapi.reference("CarePlan/1"));
        assertThat(read.supportingInformation()).containsExactly(Hapi.reference("ResearchStudy/1"));
        assertThat(read.extension()).extracting("url").containsExactly("http://x/intent");
    }

    @Test
    void whoeverReportedItItIsReported() {
        request.setReported(new Reference().setDisplay("the daughter"));
        assertThat(read().reported()).isTrue();
        request.setReported(new Reference());
        assertThat(read().reported()).isNull();
    }

    @Test
    void firstBoundsStatedAreTheTimingAndAllTextsAndRoutesAreKept() {
        request.addDosageInstruction().setText("first").setRoute(Hapi.concept("oral"));
        request.addDosageInstruction(bounded("2025-01", "2025-02").setText("second"));
        request.addDosageInstruction(bounded("2024-01", "2024-02"));
        assertThat(read().timing()).isEqualTo(Hapi.period("2025-01", "2025-02"));
        assertThat(read().content().dosageText()).containsExactly("first", "second");
        assertThat(read().content().route()).containsExactly(Hapi.read("oral"));
    }

    private static Dosage bounded(String start, String end) {
        org.hl7.fhir.r4.model.Period bounds = new org.hl7.fhir.r4.model.Period()
                .setStartElement(new DateTimeType(start))
                .setEndElement(new DateTimeType(end));
        Timing timing = new Timing();
        timing.getRepeat().setBounds(bounds);
        return new Dosage().setTiming(timing);
    }

    @Test
    void eventsWithoutBoundsSpanTheTiming() {
        Timing timing = new Timing();
        timing.getEvent().add(new DateTimeType("2025-03-01"));
        timing.getEvent().add(new DateTimeType("2025-01"));
        request.addDosageInstruction().setTiming(timing);
        assertThat(read().timing()).isEqualTo(Hapi.period("2025-01", "2025-03-01"));
    }

    @Test
    void datesThatAreNoneAreNotedWhereTheyStand() {
        request.addDosageInstruction(((org.hl7.fhir.r4.model.MedicationRequest)
                        Hapi.parse(
                                "{'resourceType':'MedicationRequest',"
                                        + "'dosageInstruction':[{'timing':{'event':['x'],'repeat':{'boundsPeriod':{'end':'y'}}}}]}"))
                .getDosageInstructionFirstRep());
        assertThat(Hapi.read(request).issues())
                .extracting("element")
                .containsExactly(
                        "MedicationRequest.dosageInstruction.timing.event",
                        "MedicationRequest.dosageInstruction.timing.repeat.boundsPeriod.end");
        assertThat(read().timing()).isNull();
    }

    @Test
    void modifiedPartSetsTheRequestAside() {
        request.getDispenseRequest().addModifierExtension().setUrl("http://x/not");
        assertThat(Hapi.read(request).medicationUses()).isEmpty();
        assertThat(Hapi.read(request).issues())
                .extracting("element")
                .containsExactly("MedicationRequest.dispenseRequest.modifierExtension");
    }
}
