package io.nextline.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.CodeableConcept;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every row of the list of codes, and that unverified and wrong codes match nothing. */
@Tag("HZ-08")
@Tag("HZ-10")
@Tag("HZ-17")
@Tag("HZ-18")
final class CodeTableTest {

    private final Vocabulary vocabulary = Vocabulary.load();

    @TestFactory
    Stream<DynamicTest> everyListedCodeHasItsMeaning() {
        return Tables.rows("codes.tsv").stream()
                .map(row -> DynamicTest.dynamicTest(
                        String.join(" ", row),
                        () -> assertThat(meaning(row.get(0), Concepts.code(row.get(1), row.get(2))))
                                .isEqualTo(row.get(3))));
    }

    private String meaning(String kind, CodeableConcept concept) {
        if (kind.startsWith("histology:")) {
            return histology(vocabulary.histologies().classify(concept, kind.substring("histology:".length())));
        }
        return switch (kind) {
            case "drug" -> drugs(vocabulary.recogniser().recognise(concept), true);
            case "other-drug" -> drugs(vocabulary.recogniser().recognise(concept), false);
            case "diagnosis" -> Told.diagnosis(vocabulary.diagnoses().classify(concept));
            case "site" -> orHyphen(vocabulary.sites().classify(concept), BodySite::id);
            case "observation" -> orHyphen(vocabulary.observations().kindOf(concept), ObservationKind::id);
            case "status" -> orHyphen(vocabulary.statuses().diseaseStatus(concept), Enum::name);
            case "procedure" ->
                orHyphen(
                        vocabulary.procedures().classify(concept, List.of()),
                        found -> found.kind().id());
            case "intent" -> orHyphen(vocabulary.statuses().intent(concept), Enum::name);
            case "stage" ->
                orHyphen(
                        vocabulary.stages().parse(concept),
                        found -> found.spread() == null
                                ? "not stated"
                                : found.spread().name());
            case "stop" -> orHyphen(vocabulary.statuses().stopReason(concept), Enum::name);
            default -> throw new IllegalArgumentException("unknown kind of row: " + kind);
        };
    }

    private static <T> String orHyphen(T found, Function<T, String> name) {
        return found == null ? "-" : name.apply(found);
    }

    private static String drugs(DrugRecognition found, boolean anticancer) {
        if (found.isRecognised() != anticancer) {
            return "-";
        }
        return found.drugs().stream().map(Drug::name).collect(Collectors.joining("+"));
    }

    private static String histology(HistologyCode found) {
        if (found == null) {
            return "-";
        }
        return found.histology() == null ? "not specified" : found.histology();
    }
}
