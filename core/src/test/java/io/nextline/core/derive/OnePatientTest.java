package io.nextline.core.derive;

import static io.nextline.core.derive.KidneyRecord.dose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.core.WrongPatientException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another patient's entry refuses the whole record, unless a link of the record says that the two were merged. */
@Tag("HZ-16")
final class OnePatientTest {

    private static final String OTHERS_DOSE = KidneyRecord.resource(
                    "MedicationAdministration", "alien", dose("sunitinib", "2026-03-02"))
            .replace("Patient/p1", "Patient/p2");

    private static KidneyRecord withPatient(String link) {
        return new KidneyRecord()
                .with("{'resourceType':'Patient','id':'p1','birthDate':'1960-05-01'" + link + "}")
                .with("MedicationAdministration", "own", dose("nivolumab", "2026-06-02"));
    }

    private static String link(String type, String id) {
        return ",'link':[{'type':'" + type + "','other':{'reference':'Patient/" + id + "'}}]";
    }

    @Test
    void oneAlienEntryOfAnyTypeRefusesTheRecord() {
        for (String type : List.of(
                "Condition",
                "MedicationRequest",
                "MedicationStatement",
                "MedicationDispense",
                "MedicationAdministration",
                "Observation",
                "Procedure",
                "ServiceRequest",
                "DiagnosticReport",
                "CarePlan")) {
            KidneyRecord record = withPatient("")
                    .with("{'resourceType':'" + type + "','id':'a','subject':{'reference':'Patient/p2'}}");
            assertThatThrownBy(record::report).as(type).isInstanceOf(WrongPatientException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Group/g1", "Device/d1", "Location/l1", "https://ehr.example.org/fhir/Group/g1"})
    void anEntryAboutAGroupADeviceOrAPlaceIsNobodysAndIsLeftOut(String subject) {
        KidneyRecord record = withPatient("").with(OTHERS_DOSE.replace("Patient/p2", subject));
        assertThat(record.report().facts().therapy().lines()).hasSize(1);
        KidneyRecord typed = withPatient("")
                .with(OTHERS_DOSE.replace("'reference':'Patient/p2'", "'type':'Group','identifier':{'value':'x'}"));
        assertThat(typed.report().facts().therapy().lines()).hasSize(1);
    }

    @Test
    void anAlienEntryIsRefusedWhateverItsStatus() {
        KidneyRecord record = withPatient("").with(OTHERS_DOSE.replace("completed", "entered-in-error"));
        assertThatThrownBy(record::report).isInstanceOf(WrongPatientException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"replaces", "replaced-by"})
    void entriesOfAMergedRecordAreThePatients(String type) {
        KidneyRecord record = withPatient(link(type, "p2")).with(OTHERS_DOSE);
        assertThat(record.lines()).containsExactly("sunitinib 2026-03-02", "nivolumab 2026-06-02");
    }

    @ParameterizedTest
    @ValueSource(strings = {"seealso", "refer", "", "merged"})
    void linksThatMergeNothingRefuse(String type) {
        KidneyRecord record = withPatient(link(type, "p2")).with(OTHERS_DOSE);
        assertThatThrownBy(record::report).isInstanceOf(WrongPatientException.class);
    }

    @Test
    void theMergedPatientMaySayItHimself() {
        KidneyRecord record = withPatient("")
                .with("{'resourceType':'Patient','id':'p2','birthDate':'1960-05-01'" + link("replaced-by", "p1") + "}")
                .with(OTHERS_DOSE);
        assertThat(record.lines()).containsExactly("sunitinib 2026-03-02", "nivolumab 2026-06-02");
    }

    @Test
    void anotherPatientWithoutALinkRefuses() {
        KidneyRecord record = withPatient("").with("{'resourceType':'Patient','id':'p2','birthDate':'1990-01-01'}");
        assertThatThrownBy(record::report).isInstanceOf(WrongPatientException.class);
        KidneyRecord third = withPatient(link("replaces", "p2")).with(OTHERS_DOSE.replace("Patient/p2", "Patient/p3"));
        assertThatThrownBy(third::report).isInstanceOf(WrongPatientException.class);
    }

    @Test
    void ofTwoMergedRecordsTheOneInUseIsThePatientInAnyOrder() {
        String old = "{'resourceType':'Patient','id':'old','birthDate':'2015-01-01'" + link("replaced-by", "now") + "}";
        String now = "{'resourceType':'Patient','id':'now','birthDate':'1960-05-01'}";
        for (List<String> order : List.of(List.of(old, now), List.of(now, old))) {
            KidneyRecord record = new KidneyRecord();
            order.forEach(record::with);
            assertThat(record.facts().adult().orNull()).isTrue();
        }
    }

    @Test
    void entriesWithoutASubjectAreTakenWithAWarning() {
        KidneyRecord record = withPatient("").with("{'resourceType':'Procedure','id':'s','status':'completed'}");
        assertThat(record.facts().warnings()).contains("1 row without a subject, taken as this patient's");
    }
}
