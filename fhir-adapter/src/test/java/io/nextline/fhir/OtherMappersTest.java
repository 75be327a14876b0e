package io.nextline.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.Coding;
import io.nextline.core.fhir.DiagnosticReport;
import io.nextline.core.fhir.Encounter;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.Plan;
import io.nextline.core.fhir.Procedure;
import io.nextline.core.fhir.ServiceRequest;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DiagnosticReport.DiagnosticReportStatus;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.RequestGroup.RequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.Test;

class OtherMappersTest {

    @Test
    void procedureIsRead() {
        org.hl7.fhir.r4.model.Procedure procedure = new org.hl7.fhir.r4.model.Procedure();
        procedure.setStatus(ProcedureStatus.COMPLETED).setStatusReason(Hapi.concept("why"));
        procedure.setCategory(Hapi.concept("surgical")).setCode(Hapi.concept("nephrectomy"));
        procedure.setSubject(new Reference("Patient/1")).addBodySite(Hapi.concept("left"));
        procedure
                .getPerformedPeriod()
                .setStartElement(new DateTimeType("2020"))
                .setEndElement(new DateTimeType("2021"));
        procedure.addReasonCode(Hapi.concept("C64")).addExtension("http://x/intent", Hapi.concept("curative"));
        Procedure read = Hapi.read(procedure).procedures().get(0);
        assertThat(read.status()).isEqualTo("completed");
        assertThat(read.statusReason()).containsExactly(Hapi.read("why"));
        assertThat(read.category()).containsExactly(Hapi.read("surgical"));
        assertThat(read.code()).isEqualTo(Hapi.read("nephrectomy"));
        assertThat(read.subject()).isEqualTo(Hapi.reference("Patient/1"));
        assertThat(read.performed()).isEqualTo(Hapi.period("2020", "2021"));
        assertThat(read.bodySite()).containsExactly(Hapi.read("left"));
        assertThat(read.reasonCode()).containsExactly(Hapi.read("C64"));
        assertThat(read.extension()).hasSize(1);
    }

    @Test
    void encounterIsReadForHowItEnded() {
        org.hl7.fhir.r4.model.Encounter stay = new org.hl7.fhir.r4.model.Encounter();
        stay.setStatus(EncounterStatus.FINISHED).setSubject(new Reference("Patient/1"));
        stay.getPeriod().setStartElement(new DateTimeType("2026-01")).setEndElement(new DateTimeType("2026-01-03"));
        stay.getHospitalization().setDischargeDisposition(Hapi.concept("exp"));
        Encounter read = Hapi.read(stay).encounters().get(0);
        assertThat(read.status()).isEqualTo("finished");
        assertThat(read.subject()).isEqualTo(Hapi.reference("Patient/1"));
        assertThat(read.period()).isEqualTo(Hapi.period("2026-01", "2026-01-03"));
        assertThat(read.dischargeDisposition()).isEqualTo(Hapi.read("exp"));
        org.hl7.fhir.r4.model.Extension reason = new org.hl7.fhir.r4.model.Extension("urn:reason");
        reason.addExtension("first", new org.hl7.fhir.r4.model.Coding("urn:codes", "07", null));
        stay.getHospitalization().getDischargeDisposition().addExtension(reason);
        assertThat(Hapi.read(stay).encounters().get(0).dischargeDisposition().coding())
                .contains(new Coding("urn:codes", "07", null));
        assertThat(Hapi.read(new org.hl7.fhir.r4.model.Encounter())
                        .encounters()
                        .get(0)
                        .dischargeDisposition())
                .isNull();
    }

    @Test
    void serviceRequestIsRead() {
        org.hl7.fhir.r4.model.ServiceRequest request = new org.hl7.fhir.r4.model.ServiceRequest();
        request.setStatus(ServiceRequestStatus.DRAFT)
                .setIntent(ServiceRequestIntent.ORDER)
                .setDoNotPerform(false);
        request.setCode(Hapi.concept("nephrectomy")).setSubject(new Reference("Patient/1"));
        request.addBodySite(Hapi.concept("left")).setAuthoredOnElement(new DateTimeType("2025-03-01"));
        request.addBasedOn(new Reference("CarePlan/1")).addSupportingInfo(new Reference("ResearchStudy/1"));
        ServiceRequest read = Hapi.read(request).serviceRequests().get(0);
        assertThat(read.status()).isEqualTo("draft");
        assertThat(read.intent()).isEqualTo("order");
        assertThat(read.doNotPerform()).isFalse();
        assertThat(read.code()).isEqualTo(Hapi.read("nephrectomy"));
        assertThat(read.subject()).isEqualTo(Hapi.reference("Patient/1"));
        assertThat(read.bodySite()).containsExactly(Hapi.read("left"));
        assertThat(read.authoredOn()).isEqualTo(Hapi.date("2025-03-01"));
        assertThat(read.basedOn()).containsExactly(Hapi.reference("CarePlan/1"));
        assertThat(read.supportingInfo()).containsExactly(Hapi.reference("ResearchStudy/1"));
    }

    @Test
    void diagnosticReportIsRead() {
        org.hl7.fhir.r4.model.DiagnosticReport report = new org.hl7.fhir.r4.model.DiagnosticReport();
        report.setStatus(DiagnosticReportStatus.AMENDED).addCategory(Hapi.concept("RAD"));
        report.setCode(Hapi.concept("CT")).setSubject(new Reference("Patient/1"));
        report.setEffective(new DateTimeType("2025-03-01")).setConclusion("no evidence of progression");
        report.addConclusionCode(Hapi.concept("SD"));
        DiagnosticReport read = Hapi.read(report).diagnosticReports().get(0);
        assertThat(read.status()).isEqualTo("amended");
        assertThat(read.category()).containsExactly(Hapi.read("RAD"));
        assertThat(read.code()).isEqualTo(Hapi.read("CT"));
        assertThat(read.subject()).isEqualTo(Hapi.reference("Patient/1"));
        assertThat(read.effective()).isEqualTo(Hapi.period("2025-03-01", "2025-03-01"));
        assertThat(read.conclusion()).isEqualTo("no evidence of progression");
        assertThat(read.conclusionCode()).containsExactly(Hapi.read("SD"));
    }

    @Test
    void plansAreRecognised() {
        CarePlan plan = new CarePlan().setStatus(CarePlanStatus.ACTIVE).setIntent(CarePlanIntent.PROPOSAL);
        plan.setSubject(new Reference("Patient/1"));
        RequestGroup group = new RequestGroup().setIntent(RequestIntent.PLAN);
        PatientRecord record = Hapi.read(plan, group);
        assertThat(record.plans()).extracting(Plan::intent).containsExactly("proposal", "plan");
        assertThat(record.plans().get(0).status()).isEqualTo("active");
        assertThat(record.plans().get(0).subject()).isEqualTo(Hapi.reference("Patient/1"));
        assertThat(record.plans().get(1).header().resourceType()).isEqualTo("RequestGroup");
        assertThat(record.plans().get(0).contained()).isEmpty();
        group.addContained(new org.hl7.fhir.r4.model.ServiceRequest().setId("s"));
        group.addContained(new Practitioner().setId("p"));
        assertThat(Hapi.read(group).plans().get(0).contained()).hasOnlyElementsOfType(ServiceRequest.class);
    }

    @Test
    void resourceOfATypeThatIsNotUsedIsPassedOver() {
        PatientRecord record = Hapi.read(new Practitioner());
        assertThat(record).isEqualTo(Hapi.read());
    }
}
