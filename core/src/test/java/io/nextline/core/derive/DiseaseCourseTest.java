package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Golden disease courses, written from FHIR-DATA section 5 and the rulings 9.5 and 9.10: entries in, progression out. */
@Tag("HZ-04")
@Tag("HZ-05")
@Tag("HZ-14")
@Tag("HZ-15")
final class DiseaseCourseTest {

    private static final String DOSES =
            "dose:nivolumab@2024-02-01 | dose:nivolumab@2024-03-01 | dose:nivolumab@2024-04-01";

    /** A course of the data file. */
    record Row(String name, LocalDate asOf, String course, String expected) {}

    static List<Row> rows() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DiseaseCourseTest.class.getResourceAsStream("courses.tsv")),
                StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(DiseaseCourseTest::row)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Row row(String line) {
        List<String> cells = Arrays.asList(line.split("\t", -1));
        return new Row(cells.get(0), LocalDate.parse(cells.get(1)), cells.get(2).replace("DOSES", DOSES), cells.get(3));
    }

    @TestFactory
    Stream<DynamicTest> everyCourseIsToldAsItsRowSays() {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.name(),
                        () -> assertThat(CourseScript.told(
                                        CourseScript.of(row.course()).resources(), row.asOf()))
                                .isEqualTo(row.expected())));
    }
}
