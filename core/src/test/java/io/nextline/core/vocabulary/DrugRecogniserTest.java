package io.nextline.core.vocabulary;

import static io.nextline.core.vocabulary.Concepts.code;
import static io.nextline.core.vocabulary.Concepts.coded;
import static io.nextline.core.vocabulary.Concepts.codes;
import static io.nextline.core.vocabulary.Concepts.coding;
import static io.nextline.core.vocabulary.Concepts.content;
import static io.nextline.core.vocabulary.Concepts.ingredient;
import static io.nextline.core.vocabulary.Concepts.ingredientReference;
import static io.nextline.core.vocabulary.Concepts.medication;
import static io.nextline.core.vocabulary.Concepts.referring;
import static io.nextline.core.vocabulary.Concepts.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.Medication;
import io.nextline.core.fhir.MedicationContent;
import io.nextline.core.vocabulary.DrugRecognition.How;
import io.nextline.core.vocabulary.DrugRecognition.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Where a drug may stand in a resource, and how codes and words are weighed. */
@Tag("HZ-08")
@Tag("HZ-09")
final class DrugRecogniserTest {

    private final DrugRecogniser recogniser = Vocabulary.load().recogniser();

    @TestFactory
    Stream<DynamicTest> hz08EverySynonymGivesItsDrugs() {
        return Tables.rows("drug-texts.tsv").stream()
                .map(row -> DynamicTest.dynamicTest(row.get(0), () -> {
                    DrugRecognition found = recogniser.recognise(text(row.get(0)));
                    assertThat(found.outcome()).hasToString(row.get(1));
                    assertThat(String.join("+", names(found))).isEqualTo(row.get(2));
                }));
    }

    @Test
    void aCodeInTheConceptIsRead() {
        DrugRecognition found = recognise(content(code("rxnorm", "1790173")));
        assertThat(names(found)).containsExactly("cabozantinib");
        assertThat(found.how()).isEqualTo(How.CODE);
        assertThat(found.label()).isEqualTo("cabozantinib");
    }

    @Test
    void systemsAreReadInEveryWayTheyAreWritten() {
        assertThat(Stream.of(
                        "https://www.nlm.nih.gov/research/umls/rxnorm",
                        "http://www.nlm.nih.gov/research/umls/rxnorm/",
                        "urn:oid:2.16.840.1.113883.6.88",
                        "2.16.840.1.113883.6.88",
                        "HTTP://www.nlm.nih.gov/research/umls/RxNorm",
                        "http://www.nlm.nih.gov/research/umls/rxnorm|05012023"))
                .allSatisfy(system -> assertThat(names(recognise(content(code(system, "1597876")))))
                        .containsExactly("nivolumab"));
    }

    @Test
    void aCodeWithoutItsSystemIsNotGuessed() {
        assertThat(recognise(content(codes(new io.nextline.core.fhir.Coding(null, "1597876", null))))
                        .outcome())
                .isEqualTo(Outcome.UNIDENTIFIED);
        assertThat(recognise(content(code("local", "1597876"))).outcome()).isEqualTo(Outcome.UNIDENTIFIED);
    }

    @Test
    void allCodingsTogetherGiveTheSetOfIngredients() {
        DrugRecognition found =
                recognise(content(codes(coding("rxnorm", "1597876", null), coding("rxnorm", "1094833", null))));
        assertThat(names(found)).containsExactly("ipilimumab", "nivolumab");
        assertThat(found.codeTextConflict()).isFalse();
    }

    @Test
    void aReferencedMedicationIsResolved() {
        Medication keytruda = medication("k", code("rxnorm", "1547550"));
        DrugRecognition found = recogniser.recognise(
                referring("Medication/k", null),
                reference -> "Medication/k".equals(reference.reference()) ? keytruda : null);
        assertThat(names(found)).containsExactly("pembrolizumab");
    }

    @Test
    void aDisplayAloneNamesTheDrug() {
        DrugRecognition found = recognise(referring("Medication/gone", "nivolumab 240 mg in 100 mL IVPB"));
        assertThat(names(found)).containsExactly("nivolumab");
        assertThat(found.how()).isEqualTo(How.DISPLAY);
    }

    @Test
    void aContainedInfusionIsReadByItsIngredientsWithoutTheDiluent() {
        Medication infusion = medication(
                "inf",
                text("nivolumab + Sodium Chloride 0.9% 100 mL"),
                ingredient(code("rxnorm", "1657195")),
                ingredient(coded("rxnorm", "313002", "sodium chloride 0.9% injectable solution")));
        DrugRecognition found = recognise(referring("#inf", null, infusion));
        assertThat(names(found)).containsExactly("nivolumab");
        assertThat(found.how()).isEqualTo(How.INGREDIENT);
    }

    @Test
    void anIngredientMayBeAReference() {
        Medication bag = medication("bag", null, ingredientReference("#drug", null));
        Medication drug = medication("drug", code("atc", "L01FF01"));
        assertThat(names(recognise(referring("#bag", null, bag, drug)))).containsExactly("nivolumab");
        Medication named = medication("bag", null, ingredientReference("Substance/1", "Cisplatin"));
        assertThat(names(recognise(referring("#bag", null, named)))).containsExactly("cisplatin");
    }

    @Test
    void medicationsThatContainEachOtherEnd() {
        Medication a = medication("a", null, ingredientReference("#b", null));
        Medication b = medication("b", null, ingredientReference("#a", null));
        assertThat(recognise(referring("#a", null, a, b)).outcome()).isEqualTo(Outcome.UNIDENTIFIED);
    }

    @Test
    void aBillingCodeOfAProcedureNamesItsDrug() {
        assertThat(names(recogniser.recognise(code("hcpcs", "J9299")))).containsExactly("nivolumab");
        assertThat(names(recogniser.recognise(code("hcpcs", "j9271")))).containsExactly("pembrolizumab");
        assertThat(recogniser.recognise(code("hcpcs", "J9272")).drugs()).isEmpty();
    }

    @Test
    @Tag("HZ-08")
    void codeAndTextOfDifferentDrugsAreKeptAndFlagged() {
        DrugRecognition found = recognise(content(coded("rxnorm", "1547545", "Nivolumab 10 MG/ML Injection")));
        assertThat(names(found)).containsExactly("nivolumab", "pembrolizumab");
        assertThat(found.codeTextConflict()).isTrue();
        assertThat(recognise(content(coded("rxnorm", "1597582", "zanubrutinib 80 MG")))
                        .codeTextConflict())
                .isTrue();
        assertThat(recognise(content(coded("rxnorm", "1597876", "atorvastatin 40 MG")))
                        .codeTextConflict())
                .isTrue();
        assertThat(recognise(content(coded("rxnorm", "1597876", "nivolumab - patient declined")))
                        .codeTextConflict())
                .isTrue();
    }

    @Test
    void wordsThatNameMoreThanTheCodeAreNoConflict() {
        DrugRecognition found = recognise(content(coded("rxnorm", "1597876", "Opdualag (nivolumab and relatlimab)")));
        assertThat(names(found)).containsExactly("nivolumab", "relatlimab");
        assertThat(found.codeTextConflict()).isFalse();
    }

    @Test
    void wrongPublicCodesNameNothingOrWhatTheyReallyAre() {
        assertThat(Stream.of("1643507", "416914", "1657797"))
                .allSatisfy(rxcui -> assertThat(
                                recognise(content(code("rxnorm", rxcui))).outcome())
                        .isEqualTo(Outcome.UNIDENTIFIED));
        assertThat(names(recognise(content(code("rxnorm", "1547545"))))).containsExactly("pembrolizumab");
        assertThat(names(recognise(content(code("rxnorm", "1597582"))))).containsExactly("olaparib");
        assertThat(names(recognise(content(code("rxnorm", "1919505"))))).containsExactly("durvalumab");
    }

    @Test
    @Tag("HZ-09")
    void cometriqIsCabozantinibWithARemark() {
        assertThat(Stream.of(code("rxnorm", "1363273"), text("Cometriq 140 mg daily dose"), code("rxnorm", "1363312")))
                .allSatisfy(concept -> {
                    DrugRecognition found = recognise(content(concept));
                    assertThat(names(found)).containsExactly("cabozantinib");
                    assertThat(found.product()).contains("thyroid");
                });
        assertThat(recognise(content(text("Cabometyx 60 mg"))).product()).isNull();
    }

    @Test
    @Tag("HZ-09")
    void transplantEverolimusIsNoCancerTherapy() {
        assertThat(Stream.of(
                        code("atc", "L04AH02"),
                        code("rxnorm", "977428"),
                        code("rxnorm", "977434"),
                        text("Zortress 0.75 mg tablet"),
                        text("everolimus 0.5 mg tablet"),
                        coded("rxnorm", "141704", "everolimus (Zortress)"),
                        coded("rxnorm", "141704", "everolimus 1 mg oral tablet")))
                .allSatisfy(concept -> {
                    DrugRecognition found = recognise(content(concept));
                    assertThat(found.outcome()).isEqualTo(Outcome.OTHER_MEDICATION);
                    assertThat(names(found)).containsExactly("everolimus");
                });
        assertThat(Stream.of(text("Afinitor 10 mg"), text("everolimus 10 mg"), code("rxnorm", "845518")))
                .allMatch(concept -> recognise(content(concept)).isRecognised());
    }

    @Test
    @Tag("HZ-09")
    void bevacizumabForTheEyeIsNoCancerTherapy() {
        assertThat(recognise(content(code("atc", "S01LA08"))).outcome()).isEqualTo(Outcome.OTHER_MEDICATION);
        assertThat(recognise(content(text("bevacizumab intravitreal injection")))
                        .outcome())
                .isEqualTo(Outcome.OTHER_MEDICATION);
        MedicationContent byRoute = new MedicationContent(
                code("rxnorm", "253337"), null, List.of(), List.of(), List.of(text("Intravitreal route")));
        assertThat(recognise(byRoute).outcome()).isEqualTo(Outcome.OTHER_MEDICATION);
        MedicationContent byRouteCode = new MedicationContent(
                code("rxnorm", "253337"), null, List.of(), List.of(), List.of(code("snomed", "418401004")));
        assertThat(recognise(byRouteCode).outcome()).isEqualTo(Outcome.OTHER_MEDICATION);
        MedicationContent byDosage = new MedicationContent(
                code("rxnorm", "253337"), null, List.of(), List.of("1.25 mg intravitreally, left eye"), List.of());
        assertThat(recognise(byDosage).outcome()).isEqualTo(Outcome.OTHER_MEDICATION);
        MedicationContent infusion = new MedicationContent(
                code("rxnorm", "253337"), null, List.of(), List.of("15 mg/kg every 3 weeks"), List.of());
        assertThat(recognise(infusion).isRecognised()).isTrue();
    }

    @Test
    void anUnknownCodeWithoutANameIsUnidentified() {
        assertThat(recognise(content(code("ndc", "00000-0000-00"))).outcome()).isEqualTo(Outcome.UNIDENTIFIED);
        assertThat(recognise(new MedicationContent(null, null, List.of(), List.of(), List.of()))
                        .outcome())
                .isEqualTo(Outcome.UNIDENTIFIED);
    }

    @Test
    void anUnlistedCodeOfTheCancerDrugsIsUnidentifiedWhateverItsName() {
        assertThat(recognise(content(coded("atc", "L01XX88", "Xyrimecol"))).outcome())
                .isEqualTo(Outcome.UNIDENTIFIED);
        assertThat(recognise(content(coded("hcpcs", "J9998", "Xyrimecol"))).outcome())
                .isEqualTo(Outcome.UNIDENTIFIED);
        assertThat(recognise(content(coded("atc", "L01BA01", "Methotrexat"))).outcome())
                .isEqualTo(Outcome.OTHER_MEDICATION);
        assertThat(recognise(content(coded("atc", "N02BE01", "Xyrimecol"))).outcome())
                .isEqualTo(Outcome.OTHER_MEDICATION);
    }

    @Test
    void theLabelNeverRepeatsTheRecord() {
        DrugRecognition found = recognise(content(text("nivolumab <script>alert(1)</script>")));
        assertThat(found.label()).isEqualTo("nivolumab");
        assertThat(recognise(content(text("patient's own herbal mixture"))).label())
                .isNull();
    }

    private DrugRecognition recognise(MedicationContent content) {
        return recogniser.recognise(content, MedicationResolver.NONE);
    }

    private static List<String> names(DrugRecognition found) {
        return found.drugs().stream().map(Drug::name).toList();
    }
}
