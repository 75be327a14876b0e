package io.nextline.core.derive;

import static io.nextline.core.derive.KidneyRecord.dose;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions, retractions, duplicates and days: each event counts once, as its newest word has it, and not before its day. */
@Tag("HZ-04")
final class GivenOnceTest {

    private static final String GIVEN = "MedicationAdministration";

    private static String version(String drug, String status, String meta) {
        return dose(drug, "2026-03-02").replace("'completed'", "'" + status + "'") + ",'meta':{" + meta + "}";
    }

    private static String updated(String stamp) {
        return "'lastUpdated':'" + stamp + "'";
    }

    /** Both orders of two versions of one entry must say the same. */
    private static void assertLines(String one, String other, String... lines) {
        for (List<String> order : List.of(List.of(one, other), List.of(other, one))) {
            KidneyRecord record = KidneyRecord.diagnosed();
            order.forEach(fields -> record.with(GIVEN, "x", fields));
            assertThat(record.lines()).containsExactly(lines);
        }
    }

    @Test
    void newerVersionReplacesTheOlder() {
        assertLines(
                version("nivolumab", "completed", updated("2026-03-02T10:00:00Z")),
                version("pembrolizumab", "completed", updated("2026-03-03T10:00:00Z")),
                "pembrolizumab 2026-03-02");
    }

    @Test
    void instantsAreComparedAcrossZones() {
        // The second was written later, though its text sorts first: 11:30 in Berlin is 10:30 in Greenwich.
        assertLines(
                version("nivolumab", "completed", updated("2026-03-02T10:45:00Z")),
                version("pembrolizumab", "completed", updated("2026-03-02T12:30:00+01:00")),
                "pembrolizumab 2026-03-02");
        assertLines(
                version("nivolumab", "completed", updated("2026-03-02T11:45:00Z")),
                version("pembrolizumab", "completed", updated("2026-03-02T12:30:00+01:00")),
                "nivolumab 2026-03-02");
    }

    @Test
    void versionIdDecidesWhereNoTimeIsSent() {
        assertLines(
                version("nivolumab", "completed", "'versionId':'9'"),
                version("pembrolizumab", "completed", "'versionId':'10'"),
                "pembrolizumab 2026-03-02");
    }

    @ParameterizedTest
    @ValueSource(strings = {"entered-in-error", "not-done"})
    void statusCorrectedLaterTakesTheDoseAway(String status) {
        String first = version("nivolumab", "completed", updated("2026-03-02T10:00:00Z"));
        assertLines(first, version("nivolumab", status, updated("2026-03-02T10:00:01Z")));
        assertLines(
                version("nivolumab", "completed", "'versionId':'1'"), version("nivolumab", status, "'versionId':'2'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"entered-in-error", "not-done", "unknown"})
    void strayCopyThatIsNotSurelyNewerChangesNothing(String status) {
        String kept = "nivolumab 2026-03-02";
        String stamp = updated("2026-03-02T10:00:00Z");
        assertLines(version("nivolumab", "completed", stamp), version("nivolumab", status, stamp), kept);
        assertLines(version("nivolumab", "completed", stamp), version("nivolumab", status, ""), kept);
        assertLines(version("nivolumab", "completed", ""), version("nivolumab", status, ""), kept);
        assertLines(
                version("nivolumab", "completed", stamp),
                version("nivolumab", status, updated("2026-03-02T09:59:59Z")),
                kept);
        assertLines(
                version("nivolumab", "completed", "'versionId':'2'"),
                version("nivolumab", status, "'versionId':'a1'"),
                kept);
    }

    @Test
    void orderCancelledLaterIsNoOrder() {
        String order = "'intent':'order','medicationCodeableConcept':{'text':'Cabometyx'},'authoredOn':'2026-06-01'";
        KidneyRecord record = KidneyRecord.diagnosed()
                .with("MedicationRequest", "x", "'status':'active'," + order + ",'meta':{'versionId':'1'}")
                .with("MedicationRequest", "x", "'status':'cancelled'," + order + ",'meta':{'versionId':'2'}");
        assertThat(record.lines()).isEmpty();
    }

    @Test
    void retractedMedicationNamesNothing() {
        String order = "'status':'active','intent':'order','authoredOn':'2026-06-01',"
                + "'medicationReference':{'reference':'Medication/m'}";
        KidneyRecord retracted = KidneyRecord.diagnosed()
                .with("MedicationRequest", "x", order)
                .with("{'resourceType':'Medication','id':'m','status':'entered-in-error','code':{'text':'sunitinib'}}");
        assertThat(retracted.lines()).isEmpty();
        assertThat(retracted.unidentified()).isEqualTo(1);
        assertThat(retracted
                        .with("{'resourceType':'Medication','id':'m','status':'active','code':{'text':'cabozantinib'}}")
                        .lines())
                .containsExactly("cabozantinib 2026-06-01");
    }

    @Test
    @Tag("HZ-16")
    void twoFeedsOfOneCourseInFourResourceTypesAreOneLine() {
        KidneyRecord once = KidneyRecord.diagnosed();
        KidneyRecord often = KidneyRecord.diagnosed();
        List<String> days = List.of("2026-03-02", "2026-03-16", "2026-03-30");
        days.forEach(day -> once.with(GIVEN, "a" + day, dose("nivolumab", day)));
        for (String feed : List.of("one", "two")) {
            for (String day : days) {
                String id = feed + day;
                often.with(GIVEN, id, dose("nivolumab", day))
                        .with("MedicationStatement", id, dose("Opdivo", day))
                        .with(
                                "MedicationDispense",
                                id,
                                "'status':'completed','medicationCodeableConcept':{'text':'nivolumab'},'whenHandedOver':'"
                                        + day + "'")
                        .with(
                                "MedicationRequest",
                                id,
                                "'status':'completed','intent':'order','medicationCodeableConcept':{'text':'nivolumab'},"
                                        + "'authoredOn':'" + day + "'");
            }
        }
        assertThat(often.lines()).containsExactly("nivolumab 2026-03-02").isEqualTo(once.lines());
        assertThat(often.facts().therapy().lines().get(0).end())
                .isEqualTo(once.facts().therapy().lines().get(0).end());
        assertThat(often.unidentified()).isZero();
    }

    @Test
    void aDoseCountsFromItsDayOn() {
        KidneyRecord record = KidneyRecord.diagnosed()
                .with(GIVEN, "today", dose("nivolumab", "2026-11-21"))
                .with(GIVEN, "tomorrow", dose("pembrolizumab", "2026-11-22"))
                .with(GIVEN, "this year", dose("ipilimumab", "2027"));
        assertThat(record.lines()).containsExactly("nivolumab 2026-11-21");
        assertThat(record.report(KidneyRecord.AS_OF.plusDays(1))
                        .facts()
                        .therapy()
                        .lines()
                        .get(0)
                        .regimen())
                .extracting(drug -> drug.name())
                .containsExactly("nivolumab", "pembrolizumab");
    }

    @Test
    void epicsReportedPlanIsTherapyAndItsPlanIsNot() {
        String plan = "'status':'active','intent':'plan','authoredOn':'2026-06-01',"
                + "'medicationReference':{'reference':'Medication/gone','display':'Cabometyx 60 mg tablet'}";
        assertThat(KidneyRecord.diagnosed()
                        .with("MedicationRequest", "x", plan + ",'reportedBoolean':true")
                        .lines())
                .containsExactly("cabozantinib 2026-06-01");
        assertThat(KidneyRecord.diagnosed().with("MedicationRequest", "x", plan).lines())
                .isEmpty();
    }

    @Test
    void oraclesInfusionIsReadAndItsSkeletonIsNot() {
        String infusion =
                "'status':'completed','effectiveDateTime':'2026-03-02','contained':[{'resourceType':'Medication',"
                        + "'id':'inf','code':{'text':'nivolumab + Sodium Chloride 0.9% intravenous solution 100 mL'},'ingredient':["
                        + "{'itemCodeableConcept':{'coding':[{'system':'https://www.nlm.nih.gov/research/umls/rxnorm','code':'1991412'}]}},"
                        + "{'itemCodeableConcept':{'text':'Sodium Chloride 0.9%'}}]}],'medicationReference':{'reference':'#inf'}";
        KidneyRecord record = KidneyRecord.diagnosed()
                .with(GIVEN, "x", infusion)
                .with("MedicationRequest", "skeleton", "'status':'entered-in-error','text':{'status':'generated'}");
        assertThat(record.lines()).containsExactly("nivolumab 2026-03-02");
        assertThat(record.unidentified()).isZero();
        assertThat(record.facts().therapy().lines().get(0).provenance().get(0).basis())
                .isEqualTo("ingredient RxNorm 1991412 (clinical drug)");
    }

    @Test
    void unknownModifierSetsTheEntryAsideAndIsCounted() {
        for (String place : List.of(
                "'modifierExtension':[{'url':'urn:x','valueBoolean':true}]",
                "'contained':[{'resourceType':'Medication','id':'m','modifierExtension':[{'url':'urn:x'}]}]",
                "'dosage':{'modifierExtension':[{'url':'urn:x'}]}")) {
            KidneyRecord record =
                    KidneyRecord.diagnosed().with(GIVEN, "x", dose("nivolumab", "2026-03-02") + "," + place);
            assertThat(record.lines()).as(place).isEmpty();
            assertThat(record.facts().therapy().readWhole()).isFalse();
            assertThat(record.facts().warnings())
                    .contains("not read: 1 MedicationAdministration: unknown modifier extension, set aside");
        }
    }

    @Test
    void everyBasisSaysCodeOrName() {
        assertThat(Stream.of(
                                "'coding':[{'system':'http://www.whocc.no/atc','code':'L01FF01'}]",
                                "'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'1657196'}]",
                                "'coding':[{'display':'nivolumab'}]",
                                "'text':'Opdivo'",
                                "'text':'nivolumab'")
                        .map(concept -> KidneyRecord.diagnosed()
                                .with(
                                        GIVEN,
                                        "x",
                                        "'status':'completed','effectiveDateTime':'2026-03-02','medicationCodeableConcept':{"
                                                + concept + "}")
                                .facts()
                                .therapy()
                                .lines()
                                .get(0)
                                .provenance()
                                .get(0)
                                .basis()))
                .containsExactly(
                        "ATC L01FF01",
                        "RxNorm 1657196 (branded drug)",
                        "name in the display",
                        "brand name",
                        "name in the text");
    }
}
