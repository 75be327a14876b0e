package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.Condition;
import io.nextline.core.fhir.DiagnosticReport;
import io.nextline.core.fhir.MedicationRequest;
import io.nextline.core.fhir.Observation;
import io.nextline.core.fhir.Procedure;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which entries may be read at all: status by status, and the day after the day of evaluation. */
@Tag("HZ-04")
final class AdmissionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource({
        "confirmed,true",
        "unknown,true",
        "entered-in-error,false",
        "refuted,false",
        "provisional,false",
        "differential,false",
        "unconfirmed,false"
    })
    void onlyADiagnosisThatStandsIsRead(String verification, boolean admitted) {
        Condition condition = condition("'verificationStatus':{'coding':[{'code':'" + verification + "'}]}");
        assertThat(Admission.isAdmitted(condition, TODAY)).isEqualTo(admitted);
    }

    @Test
    void aDiagnosisWithoutAStatusIsRead() {
        assertThat(Admission.isAdmitted(condition("'onsetDateTime':'2026-11-21'"), TODAY))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"active,true", "resolved,true", "entered-in-error,false"})
    void aClinicalStatusMayRetractToo(String status, boolean admitted) {
        Condition condition = condition("'clinicalStatus':{'coding':[{'code':'" + status + "'}]}");
        assertThat(Admission.isAdmitted(condition, TODAY)).isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({
        "onsetDateTime,2026-11-21,true",
        "onsetDateTime,2026-11-22,false",
        "onsetDateTime,2026-11,true",
        "onsetDateTime,2026-12,false",
        "recordedDate,2026-11-21,true",
        "recordedDate,2026-11-22,false"
    })
    @Tag("HZ-14")
    void aDiagnosisOfTomorrowIsNotRead(String field, String date, boolean admitted) {
        assertThat(Admission.isAdmitted(condition("'" + field + "':'" + date + "'"), TODAY))
                .isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({
        "final,true",
        "amended,true",
        "corrected,true",
        "preliminary,false",
        "registered,false",
        "cancelled,false",
        "entered-in-error,false",
        "unknown,false"
    })
    void onlyAFinalObservationIsRead(String status, boolean admitted) {
        assertThat(Admission.isAdmitted(observation(status, "2026-11-21"), TODAY))
                .isEqualTo(admitted);
        assertThat(Admission.isAdmitted(observation(status, "2026-11-22"), TODAY))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "final,true",
        "amended,true",
        "corrected,true",
        "appended,true",
        "preliminary,false",
        "partial,false",
        "cancelled,false",
        "entered-in-error,false"
    })
    void onlyAFinalReportIsRead(String status, boolean admitted) {
        assertThat(Admission.isAdmitted(report(status, "2026-11-21"), TODAY)).isEqualTo(admitted);
        assertThat(Admission.isAdmitted(report(status, "2026-11-22"), TODAY)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "completed,true",
        "in-progress,true",
        "preparation,false",
        "not-done,false",
        "on-hold,false",
        "stopped,false",
        "entered-in-error,false"
    })
    void onlyAProcedureThatWasDoneIsRead(String status, boolean admitted) {
        assertThat(Admission.isAdmitted(procedure(status, "2026-11-21"), TODAY)).isEqualTo(admitted);
        assertThat(Admission.isAdmitted(procedure(status, "2026-11-22"), TODAY)).isFalse();
    }

    @Test
    void withoutAStatusNothingElseIsRead() {
        assertThat(Admission.isAdmitted(
                        GateRecord.resource(Procedure.class, "{'resourceType':'Procedure','code':{'text':'x'}}"),
                        TODAY))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "active,order,2026-11-21,true",
        "active,order,2026-11-22,false",
        "entered-in-error,order,2026-11-21,false",
        "cancelled,order,2026-11-21,false",
        "active,plan,2026-11-21,false"
    })
    @Tag("HZ-03")
    void onlyTherapyOfTodayOrBeforeIsRead(String status, String intent, String date, boolean admitted) {
        MedicationRequest request = GateRecord.resource(
                MedicationRequest.class,
                "{'resourceType':'MedicationRequest','id':'m','status':'" + status + "','intent':'" + intent
                        + "','authoredOn':'" + date + "','medicationCodeableConcept':{'text':'axitinib'}}");
        assertThat(Admission.isAdmitted(request, TODAY)).isEqualTo(admitted);
    }

    private static Condition condition(String fields) {
        return GateRecord.resource(
                Condition.class, "{'resourceType':'Condition','id':'c','code':{'text':'x'}," + fields + "}");
    }

    private static Observation observation(String status, String date) {
        return GateRecord.resource(
                Observation.class,
                "{'resourceType':'Observation','status':'" + status + "','effectiveDateTime':'" + date
                        + "','code':{'text':'x'},'valueString':'y'}");
    }

    private static DiagnosticReport report(String status, String date) {
        return GateRecord.resource(
                DiagnosticReport.class,
                "{'resourceType':'DiagnosticReport','status':'" + status + "','effectiveDateTime':'" + date
                        + "','code':{'text':'x'},'conclusion':'y'}");
    }

    private static Procedure procedure(String status, String date) {
        return GateRecord.resource(
                Procedure.class,
                "{'resourceType':'Procedure','status':'" + status + "','performedDateTime':'" + date
                        + "','code':{'text':'x'}}");
    }
}
