package io.nextline.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.MedicationContent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every RxNorm product on the project's list, by its code and by its name alone. */
@Tag("HZ-08")
@Tag("HZ-09")
final class RxNormProductTest {

    private final DrugRecogniser recogniser = Vocabulary.load().recogniser();
    private final List<List<String>> products = Tables.rows("rxnorm-products.tsv").stream()
            .filter(row -> !row.get(0).equals("rxcui"))
            .toList();

    @Test
    void everyProductCodeGivesItsIngredients() {
        assertThat(products)
                .hasSizeGreaterThan(600)
                .allSatisfy(row -> assertThat(names(recogniser.recognise(Concepts.code("rxnorm", row.get(0)))))
                        .as(row.toString())
                        .isEqualTo(List.of(ingredient(row))));
    }

    @Test
    void everyProductNameAloneGivesItsIngredients() {
        List<String> differing = new ArrayList<>();
        for (List<String> row : products) {
            if (!names(recogniser.recognise(new CodeableConcept(List.of(), row.get(2))))
                    .equals(List.of(ingredient(row)))) {
                differing.add(row.get(2));
            }
        }
        assertThat(differing).isEmpty();
    }

    @Test
    void everyProductNameAgreesWithItsCode() {
        assertThat(products)
                .allSatisfy(row -> assertThat(recogniser
                                .recognise(Concepts.coded("rxnorm", row.get(0), row.get(2)))
                                .codeTextConflict())
                        .as(row.toString())
                        .isFalse());
    }

    /** Some are for oral suspension, which in other words is a pause. */
    @Test
    void noProductNameAsksToStop() {
        for (List<String> row : products) {
            CodeableConcept concept = new CodeableConcept(List.of(), row.get(2));
            assertThat(recogniser.asksToStop(new MedicationContent(concept, null, List.of(), List.of(), List.of())))
                    .as(row.get(2))
                    .isFalse();
        }
    }

    @Test
    void codeAndNameJudgeTheUseOfAProductAlike() {
        assertThat(products)
                .allSatisfy(row -> assertThat(recogniser
                                .recognise(Concepts.code("rxnorm", row.get(0)))
                                .outcome())
                        .as(row.toString())
                        .isEqualTo(recogniser
                                .recognise(new CodeableConcept(List.of(), row.get(2)))
                                .outcome()));
    }

    /** The list calls all interferons one ingredient; the public drug ids tell the subtypes apart. */
    private static String ingredient(List<String> row) {
        String name = row.get(2);
        if (name.startsWith("Interferon alfa-2a")) {
            return "interferon alfa-2a";
        }
        if (name.startsWith("Interferon alfa-2b") || name.startsWith("Intron A")) {
            return "interferon alfa-2b";
        }
        return row.get(1);
    }

    private static List<String> names(DrugRecognition found) {
        return found.drugs().stream().map(Drug::name).toList();
    }
}
