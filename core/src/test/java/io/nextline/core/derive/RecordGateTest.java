package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.Condition;
import io.nextline.core.fhir.MedicationUse;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.RecordBuilder;
import io.nextline.core.fhir.Resource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each entry once, in its newest version; a retraction takes along only what is surely older. */
@Tag("HZ-04")
final class RecordGateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static Condition condition(String id, String meta, String status, String text) {
        return GateRecord.resource(
                Condition.class,
                "{'resourceType':'Condition'" + (id.isEmpty() ? "" : ",'id':'" + id + "'")
                        + (meta.isEmpty() ? "" : ",'meta':{" + meta + "}")
                        + ",'verificationStatus':{'coding':[{'code':'" + status + "'}]},'code':{'text':'" + text
                        + "'}}");
    }

    private static String on(String stamp) {
        return "'lastUpdated':'" + stamp + "T10:00:00Z'";
    }

    /** Returns what is let through, in whatever order the entries come. */
    private static List<String> admitted(Resource... entries) {
        List<Resource> order = new ArrayList<>(List.of(entries));
        List<String> first = texts(order);
        for (int i = 0; i < 6; i++) {
            Collections.shuffle(order, new Random(i));
            assertThat(texts(order)).containsExactlyInAnyOrderElementsOf(first);
        }
        return first;
    }

    private static List<String> texts(List<Resource> entries) {
        RecordBuilder builder = new RecordBuilder();
        entries.forEach(builder::add);
        PatientRecord record = RecordGate.admit(builder.build("p1"), TODAY);
        List<String> texts = new ArrayList<>();
        for (Condition condition : record.conditions()) {
            texts.add(condition.code() == null ? "" : condition.code().text());
        }
        for (MedicationUse use : record.medicationUses()) {
            texts.add(use.header().reference());
        }
        return texts;
    }

    @Test
    void theNewestVersionOfAnEntryCounts() {
        assertThat(admitted(
                        condition("c", on("2026-01-01"), "confirmed", "old"),
                        condition("c", on("2026-03-01"), "confirmed", "new"),
                        condition("c", on("2026-02-01"), "confirmed", "between")))
                .containsExactly("new");
    }

    @Test
    void aNewerRetractionTakesItsPredecessorAlong() {
        assertThat(admitted(
                        condition("c", on("2026-01-01"), "confirmed", "old"),
                        condition("c", on("2026-02-01"), "entered-in-error", "old")))
                .isEmpty();
    }

    @Test
    void anOlderOrUnstampedRetractionChangesNothing() {
        Condition kept = condition("c", on("2026-02-01"), "confirmed", "kept");
        assertThat(admitted(kept, condition("c", on("2026-01-01"), "entered-in-error", "x")))
                .containsExactly("kept");
        assertThat(admitted(kept, condition("c", on("2026-02-01"), "entered-in-error", "x")))
                .containsExactly("kept");
        assertThat(admitted(kept, condition("c", "", "entered-in-error", "x"))).containsExactly("kept");
        assertThat(admitted(condition("c", "", "confirmed", "kept"), condition("c", on("2026-02-01"), "refuted", "x")))
                .containsExactly("kept");
    }

    @Test
    void theNewestOfSeveralRetractionsCounts() {
        assertThat(admitted(
                        condition("c", on("2026-02-01"), "confirmed", "old"),
                        condition("c", on("2026-01-01"), "entered-in-error", "x"),
                        condition("c", on("2026-03-01"), "entered-in-error", "x")))
                .isEmpty();
    }

    @Test
    void aRetractionOfAnotherEntryChangesNothing() {
        assertThat(admitted(
                        condition("c", on("2026-01-01"), "confirmed", "kept"),
                        condition("d", on("2026-02-01"), "entered-in-error", "x")))
                .containsExactly("kept");
    }

    @Test
    void withoutStampsTheAnswerDoesNotDependOnTheOrder() {
        assertThat(admitted(condition("c", "", "confirmed", "a"), condition("c", "", "confirmed", "b")))
                .hasSize(1);
    }

    @Test
    void equalEntriesWithoutAnIdCountOnce() {
        Condition one = condition("", "", "confirmed", "one");
        assertThat(admitted(one, condition("", "", "confirmed", "one"), condition("", "", "confirmed", "two")))
                .containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void theSameIdOfTwoMedicationTypesIsTwoEntries() {
        MedicationUse request = GateRecord.resource(
                MedicationUse.class,
                "{'resourceType':'MedicationRequest','id':'m','status':'active','intent':'order',"
                        + "'medicationCodeableConcept':{'text':'axitinib'}}");
        MedicationUse statement = GateRecord.resource(
                MedicationUse.class,
                "{'resourceType':'MedicationStatement','id':'m','status':'active',"
                        + "'medicationCodeableConcept':{'text':'axitinib'}}");
        assertThat(admitted(request, statement))
                .containsExactlyInAnyOrder("MedicationRequest/m", "MedicationStatement/m");
        assertThat(admitted(request, request)).containsExactly("MedicationRequest/m");
    }

    private static MedicationUse dose(String status, boolean reported) {
        return GateRecord.resource(
                MedicationUse.class,
                "{'resourceType':'MedicationRequest','id':'m','status':'" + status + "','intent':'order',"
                        + "'reportedBoolean':" + reported + ",'medicationCodeableConcept':{'text':'axitinib'}}");
    }

    @Test
    void aCountingVersionIdTellsWhereTheStampIsMissing() {
        assertThat(admitted(
                        condition("c", "'versionId':'9'", "confirmed", "old"),
                        condition("c", "'versionId':'10'", "confirmed", "new")))
                .containsExactly("new");
        assertThat(admitted(
                        condition("c", "'versionId':'2'", "confirmed", "old"),
                        condition("c", "'versionId':'3'", "entered-in-error", "x")))
                .isEmpty();
        assertThat(admitted(
                        condition("c", "'versionId':'2'", "confirmed", "kept"),
                        condition("c", "'versionId':'3a'", "entered-in-error", "x")))
                .containsExactly("kept");
        assertThat(admitted(
                        condition("c", "'versionId':'123456789012345678'", "confirmed", "kept"),
                        condition("c", "'versionId':'1234567890123456789'", "entered-in-error", "x")))
                .containsExactly("kept");
        assertThat(admitted(
                        condition("c", "'versionId':'123456789012345677'", "confirmed", "old"),
                        condition("c", "'versionId':'123456789012345678'", "entered-in-error", "x")))
                .isEmpty();
    }

    @Test
    void oneInstantInTwoZonesIsOneStamp() {
        assertThat(admitted(
                        condition("c", "'lastUpdated':'2026-01-01T10:00:00+02:00'", "confirmed", "old"),
                        condition("c", "'lastUpdated':'2026-01-01T09:00:00Z'", "confirmed", "new")))
                .containsExactly("new");
    }

    @Test
    void aStampThatIsNoInstantIsComparedAsText() {
        assertThat(admitted(
                        condition("c", "'lastUpdated':'2026-01-01'", "confirmed", "old"),
                        condition("c", "'lastUpdated':'2026-01-02'", "confirmed", "new")))
                .containsExactly("new");
    }

    @Test
    void ofTwoVersionsThatNothingOrdersTheStrongerWordCounts() {
        List<Resource> order = List.of(dose("active", true), dose("completed", false));
        for (List<Resource> each : List.of(order, List.of(order.get(1), order.get(0)))) {
            RecordBuilder builder = new RecordBuilder();
            each.forEach(builder::add);
            List<MedicationUse> uses =
                    RecordGate.admit(builder.build("p1"), TODAY).medicationUses();
            assertThat(uses).hasSize(1);
            assertThat(Givenness.of(uses.get(0))).isEqualTo(Givenness.STATED);
        }
    }

    @Test
    void aMedicationEnteredInErrorNamesNothing() {
        RecordBuilder builder = new RecordBuilder();
        for (String status : List.of("active", "entered-in-error")) {
            builder.add(GateRecord.resource(
                    Resource.class,
                    "{'resourceType':'Medication','id':'" + status + "','status':'" + status
                            + "','code':{'text':'axitinib'}}"));
        }
        assertThat(RecordGate.admit(builder.build("p1"), TODAY).medications()).hasSize(1);
    }

    @Test
    void everyKindOfEntryPassesTheGate() {
        RecordBuilder builder = new RecordBuilder();
        for (String status : List.of("final", "entered-in-error")) {
            for (String type : List.of("Observation", "DiagnosticReport")) {
                builder.add(GateRecord.resource(
                        Resource.class,
                        "{'resourceType':'" + type + "','id':'" + status + "','status':'" + status
                                + "','code':{'text':'x'},'effectiveDateTime':'2026-01-01'}"));
            }
        }
        for (String status : List.of("completed", "not-done")) {
            builder.add(GateRecord.resource(
                    Resource.class,
                    "{'resourceType':'Procedure','id':'" + status + "','status':'" + status
                            + "','code':{'text':'x'}}"));
        }
        PatientRecord record = RecordGate.admit(builder.build("p1"), TODAY);
        assertThat(record.observations()).hasSize(1);
        assertThat(record.diagnosticReports()).hasSize(1);
        assertThat(record.procedures()).hasSize(1);
    }
}
