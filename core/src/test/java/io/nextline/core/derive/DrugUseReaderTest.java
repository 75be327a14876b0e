package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.FhirDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From when to when an entry says that a drug was given, and the order in which uses stand. */
@Tag("HZ-01")
@Tag("HZ-14")
final class DrugUseReaderTest {

    private static final String WRITTEN = "'text':'daily, Starting Mon 6/1/2026, Until Tue 9/1/2026'";

    private static String entry(String type, String id, String fields) {
        return KidneyRecord.resource(type, id, "'medicationCodeableConcept':{'text':'nivolumab'}," + fields);
    }

    private static DrugUseReader read(String... entries) {
        KidneyRecord record = KidneyRecord.diagnosed();
        List.of(entries).forEach(record::with);
        return new DrugUseReader(record.chart(), new ArrayList<>()).read();
    }

    private static String text(@Nullable FhirDate date) {
        return date == null ? "" : date.text();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            MedicationAdministration | 'status':'completed','effectiveDateTime':'2026-03-02' | 2026-03-02..2026-03-02
            MedicationAdministration | 'status':'completed','effectivePeriod':{'start':'2026-03-02','end':'2026-03-04'} | 2026-03-02..2026-03-04
            MedicationAdministration | 'status':'completed','effectivePeriod':{'start':'2026-03-02'} | 2026-03-02..2026-03-02
            MedicationAdministration | 'status':'completed','effectivePeriod':{'end':'2026-03-04'} | 2026-03-04..2026-03-04
            MedicationAdministration | 'status':'completed','dosage':{WRITTEN} | ..
            MedicationDispense | 'status':'completed','whenHandedOver':'2026-03-02' | 2026-03-02..2026-03-02
            MedicationStatement | 'status':'completed','effectivePeriod':{'start':'2026-03-02','end':'2026-08-04'} | 2026-03-02..2026-08-04
            MedicationStatement | 'status':'active','effectivePeriod':{'start':'2026-03-02'} | 2026-03-02..
            MedicationStatement | 'status':'completed','effectivePeriod':{'end':'2026-08-04'} | ..2026-08-04
            MedicationStatement | 'status':'completed','dosage':[{WRITTEN}] | 2026-06-01..2026-09-01
            MedicationStatement | 'status':'completed','effectiveDateTime':'2026-03-02','dosage':[{WRITTEN}] | 2026-03-02..2026-03-02
            MedicationStatement | 'status':'active','dateAsserted':'2026-10-02' | 2026-10-02..
            MedicationStatement | 'status':'active','dateAsserted':'2026-10-02','dosage':[{WRITTEN}] | 2026-06-01..2026-09-01
            MedicationStatement | 'status':'completed','dateAsserted':'2026-10-02' | ..
            MedicationStatement | 'status':'stopped','dateAsserted':'2026-10-02' | ..
            MedicationStatement | 'status':'completed','effectiveDateTime':'2025','dateAsserted':'2026-10-02' | 2025..2025
            MedicationRequest | 'status':'active','intent':'order','authoredOn':'2026-03-02' | 2026-03-02..
            MedicationRequest | 'status':'active','intent':'order','authoredOn':'2026-03-02','dosageInstruction':[{WRITTEN}] | 2026-06-01..2026-09-01""")
    void anEntryIsDatedByTheDaysOfTherapyThatItStates(String type, String fields, String dates) {
        List<DrugUse> uses =
                read(entry(type, "x", fields.replace("WRITTEN", WRITTEN))).uses();
        assertThat(uses)
                .extracting(use -> text(use.start()) + ".." + text(use.end()))
                .containsExactly(dates);
    }

    @Test
    void therapyOfThePastThatIsOnlySaidLaterIsNoNextLineAndShowsNoProgression() {
        KidneyRecord record = KidneyRecord.diagnosed();
        for (String day : List.of("2026-01-05", "2026-02-02", "2026-03-02", "2026-04-06")) {
            record.with("MedicationAdministration", "d" + day, KidneyRecord.dose("nivolumab", day));
        }
        record.with(
                "MedicationStatement",
                "told",
                "'status':'completed','dateAsserted':'2026-06-01','medicationCodeableConcept':{'text':'sunitinib'}");
        assertThat(record.lines()).containsExactly("sunitinib", "nivolumab 2026-01-05");
        assertThat(record.facts().therapy().lines())
                .allMatch(line -> line.progression().fold(known -> false, open -> true));
    }

    @Test
    void whatIsSaidOnlyAfterTheDayOfEvaluationIsNotYetOnRecord() {
        String dated = "'status':'completed','effectiveDateTime':'2026-03-02','dateAsserted':'%s'";
        assertThat(read(entry("MedicationStatement", "x", String.format(dated, "2026-11-21")))
                        .uses())
                .hasSize(1);
        assertThat(read(entry("MedicationStatement", "x", String.format(dated, "2026-11-22")))
                        .uses())
                .isEmpty();
    }

    @Test
    void usesOfOneDayStandInTheOrderOfTheirDrugsWhateverTheirIds() {
        String dose = "'status':'completed','effectiveDateTime':'2026-03-02'";
        List<DrugUse> uses = new ArrayList<>(read(
                        entry("MedicationAdministration", "a", dose),
                        entry("MedicationAdministration", "b", dose).replace("nivolumab", "ipilimumab"))
                .uses());
        uses.sort(DrugUse.ORDER);
        assertThat(uses).extracting(use -> use.drug().name()).containsExactly("ipilimumab", "nivolumab");
    }

    @Test
    @Tag("HZ-08")
    void entriesThatNameNoLegibleDrugStandInTheOrderOfTime() {
        String late = entry("MedicationAdministration", "a", "'status':'completed','effectiveDateTime':'2026-05-02'")
                .replace("nivolumab", "Study drug A");
        String early = entry("MedicationAdministration", "b", "'status':'completed','effectiveDateTime':'2026-03-02'")
                .replace("nivolumab", "Study drug A");
        assertThat(read(late, early).unidentified())
                .extracting(Provenance::reference)
                .containsExactly("MedicationAdministration/b", "MedicationAdministration/a");
    }
}
