package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.StatementOutcome;
import io.nextline.core.fact.LineRule;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden history gives the lines that were derived for it by hand from the published rules. */
@Tag("HZ-01")
@Tag("HZ-02")
@Tag("HZ-03")
@Tag("HZ-14")
class GoldenHistoryTest {

    static List<GoldenHistory> histories() {
        return GoldenHistory.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void theLinesAreThoseDerivedByHand(GoldenHistory history) {
        assertThat(history.told(history.resources(), rule -> true))
                .as(history.content().path("name").asText())
                .isEqualTo(history.expected(rule -> true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void theStatementsThatCountLinesFollow(GoldenHistory history) {
        JsonNode statements = history.content().path("statements");
        EvidenceReport report = history.report(history.resources());
        statements
                .fieldNames()
                .forEachRemaining(id -> assertThat(report.outcomes())
                        .filteredOn(outcome -> outcome.statement().id().equals(id))
                        .extracting(
                                (StatementOutcome outcome) -> outcome.applies().id())
                        .as(id)
                        .containsExactly(statements.path(id).asText()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void everyHistoryNamesItsPublishedRules(GoldenHistory history) {
        assertThat(history.content().path("name").asText()).isNotBlank();
        assertThat(history.content().path("from")).isNotEmpty();
        Set<String> known = new HashSet<>();
        Arrays.stream(LineRule.values()).forEach(rule -> known.add(rule.id()));
        history.content()
                .path("lines")
                .forEach(line ->
                        line.path("rules").forEach(rule -> assertThat(known).contains(rule.asText())));
    }

    @Test
    void thereAreHistoriesForEveryRule() {
        EnumSet<LineRule> unseen = EnumSet.allOf(LineRule.class);
        for (GoldenHistory history : histories()) {
            history.content()
                    .path("lines")
                    .forEach(line -> line.path("rules")
                            .forEach(id -> unseen.removeIf(rule -> rule.id().equals(id.asText()))));
        }
        assertThat(unseen).isEmpty();
        assertThat(histories()).hasSizeGreaterThanOrEqualTo(60);
    }
}
