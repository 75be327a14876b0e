package io.nextline.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every statement against its truth table, from FHIR entries to the answer. The tables lie in {@code statements/}, one file each; the
 * README there says how to add a case.
 */
@Tag("HZ-24")
@Tag("HZ-05")
final class StatementTruthTablesTest {

    private static final EvidenceBase BASE = EvidenceBase.bundled();
    private static final TableShapes SHAPES = new TableShapes();
    private static final List<String> STATES = List.of("true", "false", "unknown");

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theStatementAnswersAsTheDocumentsSay(TableCase each) {
        EvidenceReport report = each.report(BASE, SHAPES);
        StatementOutcome outcome = report.outcomes().stream()
                .filter(o -> o.statement().id().equals(each.statement()))
                .findFirst()
                .orElse(null);
        if (outcome == null) {
            assertThat(each.expected()).as("the statement is not in force").isEqualTo("absent");
            return;
        }
        assertThat(outcome.applies().id())
                .as(() -> each + " because " + outcome.because() + " " + outcome.evaluation())
                .isEqualTo(each.expected());
        checkStanding(each.json(), outcome);
        if (each.json().has("card")) {
            checkCard(each, report);
        }
    }

    private static void checkStanding(JsonNode json, StatementOutcome outcome) {
        assertThat(outcome.silencedBy())
                .as("silencedBy")
                .isEqualTo(json.path("silencedBy").asText(null));
        if (json.has("supersededBy")) {
            List<String> expected = TableShapes.MAPPER.convertValue(
                    json.get("supersededBy"),
                    TableShapes.MAPPER.getTypeFactory().constructCollectionType(List.class, String.class));
            assertThat(outcome.supersededBy()).as("supersededBy").isEqualTo(expected);
        }
    }

    /** The card of the statement: {@code none}, {@code info} or {@code warning}. */
    private static void checkCard(TableCase each, EvidenceReport report) {
        String indicator = report.cards().stream()
                .filter(card -> card.statements().stream()
                        .anyMatch(o -> o.statement().id().equals(each.statement())))
                .map(card -> card.warning() ? "warning" : "info")
                .findFirst()
                .orElse("none");
        assertThat(indicator)
                .as(() -> "card of " + each)
                .isEqualTo(each.json().path("card").asText());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void everyStatementIsTriedInEveryStateThatItCanHave(String id) {
        JsonNode table = TableShapes.read(file(id));
        assertThat(table.path("statement").asText()).isEqualTo(id);
        Set<String> tried = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (TableCase each : TableCase.of(table)) {
            tried.add(each.expected());
            assertThat(each.unknownFields()).as("fields of " + each).isEmpty();
            assertThat(names.add(each.name()) && !each.name().isEmpty())
                    .as("a name of its own: " + each)
                    .isTrue();
            assertThat(each.expected()).as(each.toString()).isIn("true", "false", "unknown", "absent");
        }
        JsonNode impossible = table.path("impossible");
        for (String state : STATES) {
            boolean said = !impossible.path(state).asText("").isEmpty();
            if (said == tried.contains(state)) {
                fail("%s needs a case of %s, or else the reason under impossible, and never both", file(id), state);
            }
        }
    }

    static Stream<TableCase> cases() {
        return statements().flatMap(id -> TableCase.of(TableShapes.read(file(id))).stream());
    }

    static Stream<String> statements() {
        return BASE.statements().stream().map(Statement::id);
    }

    private static String file(String id) {
        return id.toLowerCase(Locale.ROOT) + ".json";
    }
}
