package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.TestPatient;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.MetastaticSite;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Coding;
import io.nextline.core.fhir.Condition;
import io.nextline.core.fhir.DiagnosticReport;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.Period;
import io.nextline.core.fhir.Reference;
import io.nextline.core.fhir.ResourceHeader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sites with their dates, new against old, few sites, the brain, and whether the primary is in place (rulings 9.10, 9.11). */
final class SitesTest {

    private static final String SNOMED = "http://snomed.info/sct";
    private static final String LIVER = "94381002";
    private static final String BONE = "94222008";
    private static final String ADRENAL = "94161006";
    private static final String NODE = "94392001";

    private static TestPatient onNivolumab() {
        return TestPatient.withClearCellRcc("2023-11-10")
                .lungMetastasis("2023-12-01")
                .doses("nivolumab", "2026-02-01", "2026-05-01", "2026-08-01", "2026-10-01")
                .progression("2026-11-01");
    }

    private static PatientFacts facts(TestPatient patient) {
        return patient.report().facts();
    }

    private static List<String> sites(TestPatient patient) {
        return facts(patient).metastaticSites().stream()
                .map(site -> site.site() + " " + site.appearance().id()
                        + (site.since() == null ? "" : " " + site.since().text()))
                .toList();
    }

    private static String answer(Finding<Boolean> finding) {
        return finding.fold(known -> known.value().toString(), open -> "unknown");
    }

    private static DiagnosticReport report(String words, String day) {
        return new DiagnosticReport(
                new ResourceHeader("DiagnosticReport", "r-" + words.length() + day, null, null),
                "final",
                List.of(),
                null,
                new Reference("Patient/p1", null, null),
                Period.at(FhirDate.parse(day)),
                words,
                List.of());
    }

    private static Condition recorded(String code, String day) {
        return new Condition(
                new ResourceHeader("Condition", "recorded-" + code, null, null),
                null,
                null,
                List.of(),
                new CodeableConcept(List.of(new Coding(SNOMED, code, null)), null),
                List.of(),
                new Reference("Patient/p1", null, null),
                null,
                null,
                FhirDate.parse(day),
                List.of(),
                List.of());
    }

    @Nested
    class OldAndNew {

        @Test
        void aSiteIsNewWhenItBeganAfterTheLatestLine() {
            assertThat(sites(onNivolumab()
                            .condition(SNOMED, LIVER, "2026-10-20")
                            .condition(SNOMED, BONE, "2026-02-02")
                            .condition(SNOMED, ADRENAL, null)))
                    .containsExactly(
                            "adrenal unknown",
                            "bone unknown 2026-02-02",
                            "liver new 2026-10-20",
                            "lung old 2023-12-01");
        }

        @Test
        void theDayOfRecordingMayLagBehind() {
            assertThat(sites(onNivolumab().with(recorded(LIVER, "2026-04-02")))).contains("liver unknown 2026-04-02");
            assertThat(sites(onNivolumab().with(recorded(LIVER, "2026-04-03")))).contains("liver new 2026-04-03");
        }

        @Test
        void anOldMetastasisUnderANewCodeStaysOld() {
            assertThat(sites(onNivolumab().condition("http://hl7.org/fhir/sid/icd-10-cm", "C78.01", "2026-10-20")))
                    .containsExactly("lung old 2023-12-01");
        }

        @Test
        void aResolvedMetastasisIsNoSiteNow() {
            assertThat(sites(onNivolumab().condition(SNOMED, LIVER, "2026-10-20", "resolved", "confirmed", "x")))
                    .containsExactly("lung old 2023-12-01");
        }
    }

    @Nested
    class FewSites {

        private TestPatient newSites(int count) {
            TestPatient patient = onNivolumab();
            for (String site : List.of(LIVER, BONE, ADRENAL, NODE).subList(0, count)) {
                patient.condition(SNOMED, site, "2026-10-20");
            }
            return patient;
        }

        @Test
        void moreNewSitesThanTheLocalCountSayNo() {
            assertThat(answer(facts(newSites(3)).oligoprogression())).isEqualTo("unknown");
            assertThat(answer(facts(newSites(4)).oligoprogression())).isEqualTo("false");
        }

        @Test
        void fewSitesOnRecordAloneSayNothing() {
            assertThat(answer(facts(onNivolumab()).oligoprogression())).isEqualTo("unknown");
        }

        @Test
        void aReportThatNamesItOnTheDayOfTheProgressionSaysYes() {
            assertThat(answer(facts(onNivolumab().with(report("Oligoprogression in the left adrenal.", "2026-11-01")))
                            .oligoprogression()))
                    .isEqualTo("true");
            assertThat(answer(facts(onNivolumab().with(report("Possible oligoprogression.", "2026-11-01")))
                            .oligoprogression()))
                    .isEqualTo("unknown");
            assertThat(answer(facts(onNivolumab().with(report("Oligoprogression.", "2026-01-01")))
                            .oligoprogression()))
                    .isEqualTo("unknown");
        }

        @Test
        void aReportAgainstManyNewSitesIsOpen() {
            assertThat(answer(facts(newSites(4).with(report("Oligoprogression.", "2026-11-01")))
                            .oligoprogression()))
                    .isEqualTo("unknown");
        }
    }

    @Nested
    class Brain {

        @Test
        void aBrainMetastasisAloneLeavesSitesElsewhereOpen() {
            TestPatient patient = TestPatient.withClearCellRcc("2023-11-10")
                    .brainMetastasis("2023-12-01")
                    .radicalNephrectomy("2022-12-01");
            assertThat(facts(patient).metastaticSites())
                    .extracting(MetastaticSite::site)
                    .containsExactly("brain");
            assertThat(patient.truthOf("DS-29")).isEqualTo("true");
            assertThat(patient.truthOf("DS-28")).isNotEqualTo("true");
            assertThat(patient.lungMetastasis("2023-12-01").truthOf("DS-28")).isEqualTo("true");
        }
    }

    @Nested
    @Tag("HZ-05")
    class Primary {

        @Test
        void silenceIsNoAnswer() {
            assertThat(answer(facts(onNivolumab()).primaryInPlace())).isEqualTo("unknown");
        }

        @Test
        void aNephrectomyRemovedIt() {
            assertThat(answer(facts(onNivolumab().radicalNephrectomy("2023-12-10"))
                            .primaryInPlace()))
                    .isEqualTo("false");
        }

        @Test
        void aReportThatSaysSoIsPositiveEvidenceUnlessItWasRemoved() {
            DiagnosticReport inPlace = report("Primary tumor in situ, unchanged.", "2026-10-01");
            assertThat(answer(facts(onNivolumab().with(inPlace)).primaryInPlace()))
                    .isEqualTo("true");
            assertThat(answer(facts(onNivolumab().with(inPlace).radicalNephrectomy("2026-10-20"))
                            .primaryInPlace()))
                    .isEqualTo("false");
            assertThat(answer(facts(onNivolumab().with(report("Primary no longer in situ.", "2026-10-01")))
                            .primaryInPlace()))
                    .isEqualTo("unknown");
        }

        @Test
        void aKidneyRemovedOnTheOtherSideWasNotThisTumours() {
            assertThat(answer(facts(sided("C64.1", "444083005")).primaryInPlace()))
                    .isEqualTo("unknown");
            assertThat(answer(facts(sided("C64.2", "444083005")).primaryInPlace()))
                    .isEqualTo("false");
            assertThat(answer(facts(sided("C64.9", "444083005")).primaryInPlace()))
                    .isEqualTo("false");
        }

        private TestPatient sided(String icd10, @Nullable String nephrectomy) {
            return new TestPatient()
                    .born("1960-05-01")
                    .condition("http://hl7.org/fhir/sid/icd-10-cm", icd10, "2024-01-10")
                    .procedure(SNOMED, nephrectomy, "2024-03-01");
        }
    }
}
