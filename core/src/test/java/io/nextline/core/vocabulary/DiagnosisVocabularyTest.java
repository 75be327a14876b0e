package io.nextline.core.vocabulary;

import static io.nextline.core.vocabulary.Concepts.code;
import static io.nextline.core.vocabulary.Concepts.coded;
import static io.nextline.core.vocabulary.Concepts.codes;
import static io.nextline.core.vocabulary.Concepts.coding;
import static io.nextline.core.vocabulary.Concepts.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Cancers from codes and words. */
@Tag("HZ-17")
@Tag("HZ-18")
final class DiagnosisVocabularyTest {

    private final Vocabulary vocabulary = Vocabulary.load();
    private final DiagnosisVocabulary diagnoses = vocabulary.diagnoses();

    @TestFactory
    Stream<DynamicTest> hz17EveryWordingHasItsMeaning() {
        return Tables.rows("diagnosis-texts.tsv").stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.get(0),
                        () -> assertThat(Told.diagnosis(diagnoses.classify(text(row.get(0)))))
                                .isEqualTo(row.get(1))));
    }

    @Test
    void theHistologyOfACodedCancerIsReadInOtherLanguages() {
        assertThat(histology("Carcinome rénal à cellules claires")).isEqualTo("clear-cell");
        assertThat(histology("Carcinoma renal de células claras")).isEqualTo("clear-cell");
        assertThat(histology("Carcinoma renale a cellule chiare")).isEqualTo("clear-cell");
        assertThat(histology("Heldercellig niercelcarcinoom")).isEqualTo("clear-cell");
        assertThat(histology("Rak jasnokomórkowy nerki")).isEqualTo("clear-cell");
        assertThat(histology("Carcinome papillaire du rein")).isEqualTo("papillary");
        assertThat(histology("Carcinome rénal non à cellules claires")).isEqualTo("other-non-clear-cell");
    }

    private @Nullable String histology(String words) {
        DiagnosisCode found = diagnoses.classify(coded("icd-10-cm", "C64.1", words));
        return found == null ? null : found.histology();
    }

    @Test
    void theMostSpecificCodingDecidesAndTheOthersFillIn() {
        assertThat(Told.diagnosis(diagnoses.classify(
                        codes(coding("icd-10-cm", "C64.2", null), coding("snomed", "254915003", null)))))
                .isEqualTo("PRIMARY renal-cell-carcinoma clear-cell LEFT");
        assertThat(Told.diagnosis(diagnoses.classify(
                        codes(coding("icd-10-cm", "C34.11", null), coding("snomed", "254632001", null)))))
                .isEqualTo("PRIMARY small-cell-lung-cancer small-cell");
        assertThat(Told.diagnosis(diagnoses.classify(
                        codes(coding("icd-10-cm", "C80.1", null), coding("snomed", "254637007", null)))))
                .isEqualTo("PRIMARY nsclc");
        assertThat(Told.diagnosis(diagnoses.classify(
                        codes(coding("icd-10-cm", "C78.01", null), coding("snomed", "314996003", null)))))
                .isEqualTo("SECONDARY other from renal-cell-carcinoma in lung");
    }

    @Test
    @Tag("HZ-17")
    void codingsThatContradictEachOtherAreMarked() {
        assertThat(Told.diagnosis(diagnoses.classify(
                        codes(coding("icd-10-cm", "C65.1", null), coding("snomed", "702391001", null)))))
                .endsWith("CONFLICT");
        assertThat(Told.diagnosis(diagnoses.classify(
                        codes(coding("icd-10-cm", "C78.01", null), coding("snomed", "254637007", null)))))
                .endsWith("CONFLICT");
    }

    @Test
    @Tag("HZ-17")
    void urothelialCodeWithKidneyCancerInItsTextIsMarked() {
        assertThat(Told.diagnosis(diagnoses.classify(coded("icd-10-cm", "C65.1", "Renal cell carcinoma"))))
                .isEqualTo("PRIMARY urothelial CONFLICT");
        assertThat(Told.diagnosis(
                        diagnoses.classify(coded("icd-10-cm", "C64.9", "Urothelial carcinoma of the renal pelvis"))))
                .isEqualTo("UNSPECIFIC urothelial CONFLICT");
        assertThat(Told.diagnosis(
                        diagnoses.classify(coded("snomed", "254915003", "Urothelial carcinoma of the renal pelvis"))))
                .isEqualTo("PRIMARY renal-cell-carcinoma clear-cell CONFLICT");
    }

    @Test
    @Tag("HZ-17")
    void cancerOfTheKidneyThatGrowsIntoThePelvisIsStillOfTheKidney() {
        assertThat(Told.diagnosis(diagnoses.classify(text("Renal cell carcinoma invading the renal pelvis"))))
                .isEqualTo("PRIMARY renal-cell-carcinoma");
    }

    @Test
    @Tag("HZ-18")
    void histologyInTheTextIsAddedToTheCode() {
        assertThat(Told.diagnosis(diagnoses.classify(coded("icd-10-cm", "C64.2", "RCC, clear cell, Lt"))))
                .isEqualTo("PRIMARY renal-cell-carcinoma clear-cell LEFT");
        assertThat(Told.diagnosis(diagnoses.classify(coded("icd-10-gm", "C34.1", "NSCLC, Adenokarzinom"))))
                .isEqualTo("PRIMARY nsclc adenocarcinoma");
        assertThat(Told.diagnosis(diagnoses.classify(coded("icd-10-cm", "C64.1", "not clear cell"))))
                .isEqualTo("PRIMARY renal-cell-carcinoma RIGHT");
        assertThat(Told.diagnosis(diagnoses.classify(coded("snomed", "254915003", "papillary RCC"))))
                .endsWith("CONFLICT");
    }

    @Test
    void theRiskGroupTagOfABillingSystemIsNoLiverCancer() {
        assertThat(Told.diagnosis(
                        diagnoses.classify(coded("icd-10-cm", "C34.12", "Adenocarcinoma of lung, left (HCC)"))))
                .isEqualTo("PRIMARY nsclc adenocarcinoma LEFT");
        assertThat(diagnoses.classify(text("Type 2 diabetes mellitus (HCC)"))).isNull();
        assertThat(Told.diagnosis(diagnoses.classify(coded("snomed", "162573006", "Suspected lung cancer"))))
                .isEqualTo("SUSPECTED lung-unspecified");
    }

    @Test
    void aCodeOfThePrimaryWhoseTextSaysMetastaticIsStageFour() {
        assertThat(Told.diagnosis(
                        diagnoses.classify(coded("icd-10-cm", "C64.9", "Metastatic renal cell carcinoma to bone"))))
                .isEqualTo("PRIMARY renal-cell-carcinoma stage IV in bone");
    }

    @Test
    void aCodeOfAnotherDiseaseIsNotReadAsCancerByItsText() {
        assertThat(diagnoses.classify(coded("icd-10-cm", "Z51.11", "Chemotherapy for renal cell carcinoma")))
                .isNull();
        assertThat(diagnoses.classify(coded("icd-10-cm", "I10", "Hypertension")))
                .isNull();
        assertThat(Told.diagnosis(diagnoses.classify(coded("local", "X1", "Renal cell carcinoma"))))
                .isEqualTo("PRIMARY renal-cell-carcinoma");
    }

    @Test
    void germanAndInternationalEditionsAreReadAlike() {
        assertThat(Stream.of("icd-10", "icd-10-cm", "icd-10-gm").map(system -> diagnoses.classify(code(system, "C64"))))
                .allMatch(found -> found.isPrimary("renal-cell-carcinoma"));
        assertThat(diagnoses.classify(code("icd-10-gm", "C64 G L"))).isNotNull();
        assertThat(diagnoses.classify(code("icd-10-gm", "c64"))).isNotNull();
    }

    @Test
    @Tag("HZ-17")
    void everyChapterOfCancerIsSorted() {
        assertThat(Told.diagnosis(diagnoses.classify(code("icd-10-cm", "C50.911"))))
                .isEqualTo("PRIMARY breast");
        assertThat(Told.diagnosis(diagnoses.classify(code("icd-10-cm", "C7A.093"))))
                .isEqualTo("PRIMARY kidney-other");
        assertThat(Told.diagnosis(diagnoses.classify(code("icd-10-cm", "C7B.01"))))
                .isEqualTo("SECONDARY other");
        assertThat(Told.diagnosis(diagnoses.classify(code("icd-10-cm", "C79.9"))))
                .isEqualTo("SECONDARY other");
        assertThat(Told.diagnosis(diagnoses.classify(code("icd-10-cm", "C80.1"))))
                .isEqualTo("UNSPECIFIC other");
        assertThat(Told.diagnosis(diagnoses.classify(code("icd-10-cm", "C69.90"))))
                .isEqualTo("PRIMARY other");
        assertThat(Told.diagnosis(diagnoses.classify(code("icd-10-cm", "D09.8"))))
                .isEqualTo("IN_SITU other");
        assertThat(Told.diagnosis(diagnoses.classify(code("icd-10-cm", "D41.00"))))
                .isEqualTo("UNCERTAIN other");
        assertThat(Told.diagnosis(diagnoses.classify(code("icd-10-cm", "Z85.528"))))
                .isEqualTo("HISTORY renal-cell-carcinoma");
        assertThat(Told.diagnosis(diagnoses.classify(code("icd-10-cm", "Z85.3"))))
                .isEqualTo("HISTORY other");
        assertThat(Told.diagnosis(diagnoses.classify(code("icd-10-cm", "Z80.51"))))
                .isEqualTo("FAMILY_HISTORY other");
        assertThat(diagnoses.classify(code("icd-10-cm", "D17.71"))).isNull();
        assertThat(diagnoses.classify(code("icd-10-cm", "N18.4"))).isNull();
    }

    @Test
    void basalCellCarcinomaIsNoSecondCancer() {
        assertThat(diagnoses.classify(code("icd-10-cm", "C44.91")).isMinor()).isTrue();
        assertThat(diagnoses.classify(code("icd-10-cm", "C43.9")).isMinor()).isFalse();
    }

    @Test
    void whatDecidedIsTold() {
        assertThat(diagnoses.classify(code("icd-10-cm", "C64.1")).matched())
                .isEqualTo("http://hl7.org/fhir/sid/icd-10-cm|C64.1");
        assertThat(diagnoses.classify(text("RCC")).matched()).isEqualTo("text");
    }

    @Test
    @Tag("HZ-18")
    void sarcomatoidIsAFeatureBesideTheHistology() {
        HistologyCode found = vocabulary
                .histologies()
                .classify(text("Clear cell RCC with sarcomatoid features"), "renal-cell-carcinoma");
        assertThat(found.histology()).isEqualTo("clear-cell");
        assertThat(found.sarcomatoid()).isTrue();
        assertThat(found.conflict()).isFalse();
        assertThat(vocabulary
                        .histologies()
                        .classify(text("clear cell, no sarcomatoid features"), "renal-cell-carcinoma")
                        .sarcomatoid())
                .isFalse();
    }

    @Test
    @Tag("HZ-18")
    void twoHistologiesAreAConflict() {
        assertThat(vocabulary
                        .histologies()
                        .classify(text("mixed clear cell and chromophobe"), "renal-cell-carcinoma")
                        .conflict())
                .isTrue();
    }

    @Test
    void aMorphologyCodeMayCarryItsGrade() {
        assertThat(vocabulary
                        .histologies()
                        .classify(code("icd-o-3", "8310/32"), "renal-cell-carcinoma")
                        .histology())
                .isEqualTo("clear-cell");
        assertThat(vocabulary
                        .histologies()
                        .classify(code("icd-o-3", "M8310/3"), "renal-cell-carcinoma")
                        .histology())
                .isEqualTo("clear-cell");
    }

    @Test
    void carcinomaNotOtherwiseSpecifiedStatesNoHistologyUnlessWordsSayUnclassified() {
        HistologyVocabulary histologies = vocabulary.histologies();
        assertThat(histologies
                        .classify(code("icd-o-3", "8312/3"), "renal-cell-carcinoma")
                        .histology())
                .isNull();
        assertThat(histologies
                        .classify(coded("icd-o-3", "8312/3", "RCC, unclassified"), "renal-cell-carcinoma")
                        .histology())
                .isEqualTo("unclassified");
    }
}
