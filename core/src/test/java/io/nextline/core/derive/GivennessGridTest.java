package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every status of R4 in every resource that may say that a drug was given, orders with every intent, reported in every way: what counts
 * as given, as ordered only, as neither, and what the entry leaves open. The expectations are tables written by hand.
 */
@Tag("HZ-03")
@Tag("HZ-04")
final class GivennessGridTest {

    private static final String DRUG = "'medicationCodeableConcept':{'text':'cabozantinib'}";
    private static final Map<String, List<String>> SAID_BY = Map.of(
            "prescriber", List.of("", ",'reportedBoolean':false"),
            "reported", List.of(",'reportedBoolean':true", ",'reportedReference':{'reference':'Patient/p1'}"));

    record Row(String type, String fields, String expected) {

        @Override
        public String toString() {
            return type + " " + fields.replace(DRUG, "") + " is " + expected;
        }
    }

    static List<Row> requests() {
        List<Row> rows = new ArrayList<>();
        List<List<String>> table = table("requests.tsv");
        List<String> statuses = table.get(0);
        for (List<String> line : table.subList(1, table.size())) {
            for (int i = 2; i < line.size(); i++) {
                String order = DRUG + ",'authoredOn':'2026-06-01'" + field("status", statuses.get(i))
                        + field("intent", line.get(1));
                for (String said : SAID_BY.get(line.get(0))) {
                    rows.add(new Row("MedicationRequest", order + said, line.get(i)));
                    rows.add(new Row("MedicationRequest", order + said + ",'doNotPerform':false", line.get(i)));
                    rows.add(new Row("MedicationRequest", order + said + ",'doNotPerform':true", "not"));
                }
            }
        }
        return rows;
    }

    static List<Row> others() {
        return table("statuses.tsv").stream()
                .map(line -> new Row(line.get(0), content(line.get(0)) + field("status", line.get(1)), line.get(2)))
                .toList();
    }

    private static String content(String type) {
        return switch (type) {
            case "MedicationDispense" -> DRUG + ",'whenPrepared':'2026-06-01'";
            case "Procedure" ->
                "'performedDateTime':'2026-06-01','code':{'coding':[{'code':'J9299',"
                        + "'system':'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets'}]}";
            default -> DRUG + ",'effectiveDateTime':'2026-06-01'";
        };
    }

    private static String field(String name, String value) {
        return value.equals("(none)") ? "" : ",'" + name + "':'" + value + "'";
    }

    static Stream<Row> all() {
        return Stream.concat(requests().stream(), others().stream());
    }

    @ParameterizedTest
    @MethodSource("all")
    void entryCountsAsTheTableSays(Row row) {
        KidneyRecord record = KidneyRecord.diagnosed().with(row.type(), "x", row.fields());
        boolean counts = row.expected().equals("given") || row.expected().equals("ordered");
        assertThat(record.lines()).hasSize(counts ? 1 : 0);
        assertThat(record.unidentified()).isEqualTo(row.expected().equals("unclear") ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("all")
    void givenAndOrderedAreToldApart(Row row) {
        KidneyRecord record = KidneyRecord.diagnosed().with(row.type(), "x", row.fields());
        assertThat(record.givenness()).isEqualTo(row.expected());
    }

    @Test
    void theGridIsComplete() {
        // Two speakers in two ways each, nine intents and nine statuses with the missing ones, doNotPerform in three
        // ways.
        assertThat(requests()).hasSize(2 * 2 * 9 * 9 * 3);
        assertThat(others()).hasSize(8 + 10 + 9 + 8);
    }

    private static List<List<String>> table(String file) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(GivennessGridTest.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
