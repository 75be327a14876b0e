package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.TestPatient;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.Stage;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Coding;
import io.nextline.core.fhir.Condition;
import io.nextline.core.fhir.Extension;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.Observation;
import io.nextline.core.fhir.Period;
import io.nextline.core.fhir.Reference;
import io.nextline.core.fhir.ResourceHeader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Wrong tumour: two primaries, metastases that look like one, stages and statuses of another cancer (ruling 9.8). */
@Tag("HZ-17")
final class TwoCancersTest {

    private static final String SNOMED = "http://snomed.info/sct";
    private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String CLEAR_CELL = "254915003";
    private static final String MELANOMA = "C43.9";
    private static final String BRAIN = "94225005";

    private static Condition condition(
            String id, String system, String code, String status, String day, List<Extension> extensions) {
        return condition(id, system, code, status, day, List.of(), extensions);
    }

    private static Condition condition(
            String id,
            String system,
            String code,
            String status,
            String day,
            List<Condition.Stage> stages,
            List<Extension> extensions) {
        return new Condition(
                new ResourceHeader("Condition", id, null, null),
                coded(null, status),
                null,
                List.of(coded(null, "problem-list-item")),
                coded(system, code),
                List.of(),
                new Reference("Patient/p1", null, null),
                Period.at(FhirDate.parse(day)),
                null,
                null,
                stages,
                extensions);
    }

    private static Observation observation(
            String id, String loinc, String value, @Nullable String focus, @Nullable String day) {
        return new Observation(
                new ResourceHeader("Observation", id, null, null),
                "final",
                List.of(),
                coded("http://loinc.org", loinc),
                new Reference("Patient/p1", null, null),
                focus == null ? List.of() : List.of(new Reference(focus, null, null)),
                day == null ? null : Period.at(FhirDate.parse(day)),
                TestPatient.text(value),
                null,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    private static CodeableConcept coded(@Nullable String system, String code) {
        return new CodeableConcept(List.of(new Coding(system, code, null)), null);
    }

    private static TestPatient rcc() {
        return new TestPatient()
                .born("1960-05-01")
                .with(condition("rcc", SNOMED, CLEAR_CELL, "active", "2024-01-10", List.of()));
    }

    private static TestPatient rccAfterMelanoma() {
        return rcc().with(condition("melanoma", ICD, MELANOMA, "resolved", "2012-01-10", List.of()));
    }

    private static PatientFacts facts(TestPatient patient) {
        return patient.report().facts();
    }

    private static @Nullable Stage stage(TestPatient patient) {
        return facts(patient).stage().orNull();
    }

    private static @Nullable DiagnosisType type(TestPatient patient) {
        return facts(patient).diagnosis().type().orNull();
    }

    @Nested
    class Stages {

        @Test
        void theFocusTellsWhoseStageItIs() {
            Observation other = observation("s", "21908-9", "Stage IV", "Condition/melanoma", "2025-01-10");
            Observation own = observation("s", "21908-9", "Stage IV", "Condition/rcc", "2025-01-10");
            assertThat(type(rccAfterMelanoma())).isEqualTo(DiagnosisType.RENAL_CELL_CARCINOMA);
            assertThat(stage(rccAfterMelanoma().with(other))).isNull();
            assertThat(stage(rccAfterMelanoma().with(own))).isEqualTo(Stage.METASTATIC);
        }

        @Test
        void soDoesTheConditionThatNamesItAsItsAssessment() {
            List<Condition.Stage> stages = List.of(
                    new Condition.Stage(null, null, List.of(new Reference("https://ehr/Observation/s", null, null))));
            TestPatient patient = rcc().with(
                            condition("melanoma", ICD, MELANOMA, "resolved", "2012-01-10", stages, List.of()))
                    .with(observation("s", "21908-9", "Stage IV", null, "2025-01-10"));
            assertThat(stage(patient)).isNull();
        }

        @Test
        void theStageOnAnotherCancersConditionIsNotOurs() {
            List<Condition.Stage> stages =
                    List.of(new Condition.Stage(new CodeableConcept(List.of(), "Stage IV"), null, List.of()));
            assertThat(stage(rcc().with(
                                    condition("melanoma", ICD, MELANOMA, "resolved", "2012-01-10", stages, List.of()))))
                    .isNull();
        }

        @Test
        void aStageThatNamesNoCancerCountsOnlySinceTheDiagnosisOfOurs() {
            assertThat(stage(rccAfterMelanoma().with(observation("s", "21908-9", "Stage IV", null, "2012-02-01"))))
                    .isNull();
            assertThat(stage(rccAfterMelanoma().with(observation("s", "21908-9", "Stage IV", null, null))))
                    .isNull();
            assertThat(stage(rccAfterMelanoma().with(observation("s", "21908-9", "Stage IV", null, "2024-02-01"))))
                    .isEqualTo(Stage.METASTATIC);
            assertThat(stage(rcc().with(observation("s", "21908-9", "Stage IV", null, null))))
                    .isEqualTo(Stage.METASTATIC);
        }
    }

    @Nested
    class Statuses {

        @Test
        void aStatusOfAnotherCancerOrOfNoCancerIsNotOurs() {
            TestPatient patient = rccAfterMelanoma()
                    .with(condition("diabetes", SNOMED, "44054006", "active", "2015-01-10", List.of()))
                    .lungMetastasis("2024-02-01")
                    .doses("nivolumab", "2026-05-01", "2026-08-01")
                    .with(observation("m", "97509-4", "worsened", "Condition/melanoma", "2026-09-01"))
                    .with(observation("d", "97509-4", "worsened", "Condition/diabetes", "2026-09-02"));
            assertThat(patient.lines()).containsExactly("1 advanced nivolumab unknown unknown");
            assertThat(patient.with(observation("r", "97509-4", "worsened", "Condition/rcc", "2026-09-01"))
                            .lines())
                    .containsExactly("1 advanced nivolumab progression stated");
        }
    }

    @Nested
    class Metastases {

        private Extension from(String condition, String url) {
            return new Extension(url, null, new Reference(condition, null, null), null, null);
        }

        @Test
        void aMetastasisTiedToAnotherCancerMakesThatCancerCurrent() {
            for (String url : List.of(
                    "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-related-primary-cancer-condition",
                    "http://hl7.org/fhir/StructureDefinition/condition-related")) {
                Condition brain = condition(
                        "brain", SNOMED, BRAIN, "active", "2025-01-10", List.of(from("Condition/melanoma", url)));
                assertThat(type(rccAfterMelanoma().with(brain))).isNull();
                assertThat(facts(rccAfterMelanoma().with(brain)).metastaticSites())
                        .isEmpty();
            }
        }

        @Test
        void aMetastasisTiedToOursIsOurs() {
            Condition brain = condition(
                    "brain",
                    SNOMED,
                    BRAIN,
                    "active",
                    "2025-01-10",
                    List.of(from("Condition/rcc", "http://hl7.org/fhir/StructureDefinition/condition-related")));
            assertThat(type(rccAfterMelanoma().with(brain))).isEqualTo(DiagnosisType.RENAL_CELL_CARCINOMA);
            assertThat(facts(rccAfterMelanoma().with(brain)).metastaticSites()).hasSize(1);
        }

        @Test
        void noMetastasisCodeIsEverAPrimary() {
            for (String code : List.of("C78.00", "C78.02", "C79.00", "C79.31", "C79.51", "C77.1")) {
                assertThat(facts(new TestPatient().born("1960-05-01").condition(ICD, code, "2025-01-10"))
                                .diagnosis()
                                .type()
                                .orNull())
                        .as(code)
                        .isNull();
                assertThat(type(rcc().condition(ICD, code, "2025-01-10")))
                        .as(code)
                        .isEqualTo(DiagnosisType.RENAL_CELL_CARCINOMA);
            }
        }

        @Test
        void noPrimaryCodeIsEverAMetastasis() {
            for (String code : List.of("C64.1", "C64.9", "C34.11", "C34.90", "C65.1", "C50.911")) {
                assertThat(facts(new TestPatient().born("1960-05-01").condition(ICD, code, "2025-01-10"))
                                .metastaticSites())
                        .as(code)
                        .isEmpty();
            }
        }
    }

    @Nested
    class BillingRows {

        private TestPatient billed(String code) {
            return rcc().condition(ICD, code, "2025-01-10", "active", "confirmed", "encounter-diagnosis");
        }

        @Test
        void anUnspecificLungCancerBilledBesideLungMetastasesIsNoSecondPrimary() {
            assertThat(type(billed("C34.90").lungMetastasis("2024-12-01")))
                    .isEqualTo(DiagnosisType.RENAL_CELL_CARCINOMA);
        }

        @Test
        void withoutLungMetastasesItIs() {
            assertThat(type(billed("C34.90"))).isNull();
            assertThat(type(billed("C34.90").brainMetastasis("2024-12-01"))).isNull();
        }

        @Test
        void onTheProblemListItIs() {
            assertThat(type(rcc().condition(ICD, "C34.90", "2025-01-10").lungMetastasis("2024-12-01")))
                    .isNull();
        }

        @Test
        void withAStatedTypeItIs() {
            assertThat(type(rcc().condition(
                                    SNOMED, "254626006", "2025-01-10", "active", "confirmed", "encounter-diagnosis")
                            .lungMetastasis("2024-12-01")))
                    .isNull();
        }

        @Test
        void kidneyCancerBilledBesideMetastasesOfTheKidneyIsNoneInLungCancer() {
            TestPatient patient = TestPatient.withStageFourAdenocarcinoma("2024-01-10")
                    .condition(ICD, "C64.9", "2025-01-10", "active", "confirmed", "encounter-diagnosis");
            assertThat(type(patient)).isNull();
            assertThat(type(patient.condition(SNOMED, "94360002", "2024-12-01")))
                    .isEqualTo(DiagnosisType.NSCLC);
        }
    }

    @Nested
    class Primaries {

        @Test
        void twoActiveOnesMatchNothingAndAWarningSaysSo() {
            TestPatient patient = rcc().condition(SNOMED, "254626006", "2024-01-10");
            assertThat(type(patient)).isNull();
            assertThat(stage(patient.lungMetastasis("2024-03-01"))).isNull();
            assertThat(facts(patient).warnings()).anyMatch(warning -> warning.contains("two primary cancers"));
            assertThat(patient.report().outcomes())
                    .allMatch(outcome -> !outcome.applies().id().equals("true")
                            || outcome.statement().cancers().isEmpty());
        }

        @Test
        void aSecondOneThatIsOverOrMinorIsNone() {
            assertThat(type(rccAfterMelanoma())).isEqualTo(DiagnosisType.RENAL_CELL_CARCINOMA);
            assertThat(type(rcc().condition(ICD, "C44.91", "2024-01-10")))
                    .isEqualTo(DiagnosisType.RENAL_CELL_CARCINOMA);
        }
    }
}
