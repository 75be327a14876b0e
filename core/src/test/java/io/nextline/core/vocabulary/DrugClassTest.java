package io.nextline.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The class table row by row, and look-alikes. */
@Tag("HZ-10")
final class DrugClassTest {

    private final Vocabulary vocabulary = Vocabulary.load();
    private final DrugVocabulary drugs = vocabulary.drugs();

    @TestFactory
    Stream<DynamicTest> hz10EveryDrugHasExactlyItsClasses() {
        return Tables.rows("drug-classes.tsv").stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.get(0),
                        () -> assertThat(drug(row.get(0)).classes())
                                .containsExactlyInAnyOrder(row.get(1).split("[|]"))));
    }

    @Test
    void checkpointInhibitorsAreTheFourClassesAndNothingElse() {
        assertThat(drugs.members("ICI"))
                .allSatisfy(drug -> assertThat(drug.classes()).containsAnyOf("PD-1", "PD-L1", "CTLA-4", "LAG-3"));
        assertThat(Stream.of("PD-1", "PD-L1", "CTLA-4", "LAG-3").flatMap(name -> drugs.members(name).stream()))
                .allMatch(drug -> drug.isA("ICI"));
        assertThat(drug("tiragolumab").isA("ICI")).isFalse();
    }

    @TestFactory
    Stream<DynamicTest> hz10LookAlikesAreToldApart() {
        return Tables.rows("look-alikes.tsv").stream()
                .map(row -> DynamicTest.dynamicTest(row.get(0) + " / " + row.get(1), () -> {
                    assertThat(named(row.get(0))).isNotEmpty().isNotEqualTo(named(row.get(1)));
                    assertThat(named(row.get(1))).isNotEmpty();
                }));
    }

    private List<String> named(String text) {
        return vocabulary.recogniser().recognise(text).drugs().stream()
                .map(Drug::name)
                .toList();
    }

    @Test
    void onlySomeDrugsImplyAdvancedKidneyCancer() {
        assertThat(List.of("cabozantinib", "nivolumab", "ipilimumab", "bevacizumab", "aldesleukin", "temsirolimus"))
                .allMatch(name -> drug(name).impliesAdvanced("renal-cell-carcinoma"));
        assertThat(List.of("pembrolizumab", "atezolizumab", "durvalumab", "sunitinib"))
                .noneMatch(name -> drug(name).impliesAdvanced("renal-cell-carcinoma"));
        assertThat(drugs.all().stream()
                        .filter(drug -> drug.impliesAdvanced("nsclc"))
                        .map(Drug::name))
                .containsExactly("ramucirumab");
    }

    @Test
    void supportiveAndHormonalDrugsMakeNoTherapyLine() {
        assertThat(List.of("dexamethasone", "ondansetron", "denosumab", "zoledronic acid"))
                .allMatch(name -> drug(name).role() == Drug.Role.SUPPORTIVE);
        assertThat(List.of("letrozole", "tamoxifen", "anastrozole", "leuprolide", "enzalutamide"))
                .allMatch(name -> drug(name).role() == Drug.Role.HORMONAL);
        assertThat(drug("methotrexate").role()).isEqualTo(Drug.Role.OTHER);
    }

    @Test
    void drugsAndClassesAreKnownByName() {
        assertThat(Stream.of("nivolumab", "PD-1", "ICI", "VEGFR-TKI")).allMatch(drugs::isDrugOrClass);
        assertThat(Stream.of("Nivolumab", "pd-1", "TKI", "")).noneMatch(drugs::isDrugOrClass);
    }

    private Drug drug(String name) {
        return Objects.requireNonNull(drugs.find(name), name);
    }
}
