package io.nextline.core.vocabulary;

import static io.nextline.core.vocabulary.Concepts.code;
import static io.nextline.core.vocabulary.Concepts.coded;
import static io.nextline.core.vocabulary.Concepts.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Coding;
import io.nextline.core.fhir.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Statuses, stages, procedures, observations and laboratory units from words. */
@Tag("HZ-11")
@Tag("HZ-13")
final class WordingTest {

    private final Vocabulary vocabulary = Vocabulary.load();

    @TestFactory
    Stream<DynamicTest> everyStatusWordingHasItsMeaning() {
        return table("status-texts.tsv", row -> {
            StatusVocabulary statuses = vocabulary.statuses();
            Object found = switch (row.get(0)) {
                case "status" -> statuses.diseaseStatus(row.get(1));
                case "stop" -> statuses.stopReason(row.get(1));
                default -> statuses.intent(row.get(1));
            };
            assertThat(found == null ? "-" : found.toString()).isEqualTo(row.get(2));
        });
    }

    @TestFactory
    @Tag("HZ-05")
    Stream<DynamicTest> everyReportSaysWhatItSaysAndNoMore() {
        return table("report-texts.tsv", row -> {
            ReportReading found = vocabulary.statuses().reports().course(row.get(0));
            assertThat(found == null ? "-" : found.toString()).isEqualTo(row.get(1));
        });
    }

    @TestFactory
    Stream<DynamicTest> everyWrittenStageHasItsMeaning() {
        return table("stages.tsv", row -> {
            StageValue found = vocabulary.stages().parse(row.get(0));
            if (row.get(1).equals("null")) {
                assertThat(found).isNull();
                return;
            }
            assertThat(Stream.of(found.group(), found.t(), found.n(), found.m(), found.spread())
                            .map(part -> part == null ? "-" : part.toString()))
                    .containsExactlyElementsOf(row.subList(1, 6));
        });
    }

    @TestFactory
    Stream<DynamicTest> everyProcedureWordingHasItsMeaning() {
        return table("procedure-texts.tsv", row -> {
            ProcedureCode found = vocabulary.procedures().classify(text(row.get(0)), List.of());
            assertThat(found == null ? "-" : found.kind().id()).isEqualTo(row.get(1));
            assertThat(found == null || found.site() == null ? "-" : found.site())
                    .isEqualTo(row.get(2));
        });
    }

    @TestFactory
    Stream<DynamicTest> everyLocalObservationNameHasItsMeaning() {
        return table("observation-texts.tsv", row -> {
            ObservationKind found = vocabulary.observations().kindOf(coded("local", "123", row.get(0)));
            assertThat(found == null ? "-" : found.id()).isEqualTo(row.get(1));
        });
    }

    @TestFactory
    Stream<DynamicTest> hz11EveryUnitIsConvertedOrRefused() {
        return table("labs.tsv", row -> {
            ObservationKind kind = Stream.of(ObservationKind.values())
                    .filter(each -> each.id().equals(row.get(0)))
                    .findFirst()
                    .orElseThrow();
            String unit = row.get(2).equals("-") ? null : row.get(2);
            LabValue found = vocabulary.observations().normalise(kind, new BigDecimal(row.get(1)), unit);
            assertThat(found == null ? "-" : found.value().stripTrailingZeros().toPlainString())
                    .isEqualTo(row.get(3));
        });
    }

    private static Stream<DynamicTest> table(String file, java.util.function.Consumer<List<String>> check) {
        return Tables.rows(file).stream()
                .map(row -> DynamicTest.dynamicTest(String.join(" | ", row), () -> check.accept(row)));
    }

    @Test
    @Tag("HZ-13")
    void aComparatorMakesNoValue() {
        Quantity bound = new Quantity(new BigDecimal("13.5"), "<", "g/dL", null, null);
        assertThat(vocabulary.observations().normalise(ObservationKind.HAEMOGLOBIN, bound))
                .isNull();
        Quantity value = new Quantity(new BigDecimal("13.5"), null, "g/dL", null, "unknown-code");
        assertThat(vocabulary.observations().normalise(ObservationKind.HAEMOGLOBIN, value))
                .isEqualTo(new LabValue(new BigDecimal("13.5"), "g/dL"));
    }

    @Test
    void anUnlistedLoincCodeIsNotReadByItsName() {
        assertThat(vocabulary.observations().kindOf(coded("loinc", "4548-4", "Hemoglobin")))
                .isNull();
    }

    @Test
    void aCodeDecidesBeforeWords() {
        assertThat(vocabulary.statuses().diseaseStatus(coded("snomed", "359746009", "progression")))
                .isEqualTo(DiseaseStatus.STABLE);
        assertThat(vocabulary.statuses().stopReason(coded("snomed", "407563006", "progression")))
                .isEqualTo(StopReason.TOXICITY);
    }

    @Test
    void ofSeveralStopReasonsProgressionComesFirst() {
        assertThat(vocabulary.statuses().stopReason(List.of(text("toxicity"), text("progression"))))
                .isEqualTo(StopReason.PROGRESSION);
        assertThat(vocabulary.statuses().stopReason(List.of())).isNull();
    }

    @Test
    void aWrittenStageMayStandAsACode() {
        assertThat(vocabulary.stages().parse(code("ajcc", "IVA")).isMetastatic())
                .isTrue();
        assertThat(vocabulary.stages().parse(code("local", "cM1")).isMetastatic())
                .isTrue();
        assertThat(vocabulary.stages().parse(code("snomed", "4"))).isNull();
        CodeableConcept byDisplay =
                new CodeableConcept(List.of(new Coding("http://snomed.info/sct", "999", "Stage IIIC")), null);
        assertThat(vocabulary.stages().parse(byDisplay).spread()).isEqualTo(Spread.LOCALLY_ADVANCED);
    }

    @Test
    void theBodySiteOfAProcedurePlacesIt() {
        ProcedureCode found =
                vocabulary.procedures().classify(code("snomed", "395096001"), List.of(code("snomed", "12738006")));
        assertThat(found.kind()).isEqualTo(ProcedureKind.SBRT);
        assertThat(found.site()).isEqualTo("brain");
    }

    @Test
    void theMoreSpecificNephrectomyCodeWins() {
        ProcedureCode found = vocabulary
                .procedures()
                .classify(
                        Concepts.codes(
                                Concepts.coding("cpt", "50220", null), Concepts.coding("snomed", "81516001", null)),
                        List.of());
        assertThat(found.kind()).isEqualTo(ProcedureKind.NEPHRECTOMY_PARTIAL);
    }

    @Test
    void sitesWithinTheSkullAreMarked() {
        assertThat(vocabulary.sites().classify(text("left cerebellum")))
                .isEqualTo(new BodySite("brain", true, Laterality.LEFT));
        assertThat(vocabulary.sites().classify(code("snomed", "39607008")).intracranial())
                .isFalse();
    }
}
