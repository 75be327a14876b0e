package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.DiagnosticReport;
import io.nextline.core.fhir.Observation;
import io.nextline.core.fhir.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * What must not change a disease course, over every course of the data file: order, repetition, entries in error. And what less data may
 * do to it. The newest word counts, so taking it away brings back the one before it; this is one named exception, a
 * record that contradicts itself the other.
 */
@Tag("HZ-04")
@Tag("HZ-05")
final class CourseMetamorphicTest {

    /** Records that say opposite things: with one of them gone, nothing is left that could show the conflict. */
    private static final Set<String> CONTRADICTIONS = Set.of(
            "report one day after status",
            "report cannot undo a status",
            "reports that differ",
            "worsened in a year that may lie before");

    @TestFactory
    Stream<DynamicTest> theOrderOfEntriesChangesNothing() {
        return each((row, course) -> {
            for (int seed = 0; seed < 5; seed++) {
                List<Resource> shuffled = new ArrayList<>(course);
                Collections.shuffle(shuffled, new Random(seed));
                assertThat(CourseScript.told(shuffled, row.asOf())).isEqualTo(row.expected());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aSecondFeedChangesNothing() {
        return each((row, course) -> {
            List<Resource> twice = new ArrayList<>(course);
            course.forEach(entry -> twice.add(Copies.under(entry, "feed-2-", null)));
            assertThat(CourseScript.told(twice, row.asOf())).isEqualTo(row.expected());
        });
    }

    @TestFactory
    Stream<DynamicTest> everyStatusAndReportInErrorChangesNothing() {
        List<Resource> retracted = new ArrayList<>();
        for (String step : List.of(
                "status:271299001@2024-05-15",
                "status:359746009@2024-05-16",
                "recist:iUPD@2024-05-17",
                "report:Disease progression.@2024-05-18")) {
            for (Resource entry : CourseScript.of(step).resources()) {
                retracted.add(Copies.under(entry, "error-" + retracted.size(), "entered-in-error"));
            }
        }
        return each((row, course) -> {
            List<Resource> with = new ArrayList<>(course);
            with.addAll(retracted);
            assertThat(CourseScript.told(with, row.asOf())).isEqualTo(row.expected());
        });
    }

    @TestFactory
    Stream<DynamicTest> takingAwayAStatusThatIsNotTheNewestOnlyMovesTowardUnknown() {
        return each((row, course) -> {
            Resource newest = newest(course);
            List<String> before = grades(row.expected());
            for (Resource entry : course) {
                if (isStatus(entry) && !isOfTheDayOf(entry, newest) && !CONTRADICTIONS.contains(row.name())) {
                    List<Resource> left = new ArrayList<>(course);
                    left.remove(entry);
                    List<String> after = grades(CourseScript.told(left, row.asOf()));
                    for (int i = 0; i < before.size(); i++) {
                        assertThat(after.get(i)).isIn(before.get(i), "unknown", lessThan(before.get(i)));
                    }
                }
            }
        });
    }

    /** Without the stated progression the next line may still infer it. */
    private static String lessThan(String grade) {
        return grade.equals("stated") ? "inferred" : grade;
    }

    private static List<String> grades(String told) {
        return Stream.of(told.split("; ", -1))
                .map(line -> line.split(" ", -1)[1])
                .toList();
    }

    private static boolean isStatus(Resource entry) {
        return day(entry) != null;
    }

    private static boolean isOfTheDayOf(Resource entry, Resource other) {
        return String.valueOf(day(entry)).equals(String.valueOf(day(other)));
    }

    private static Resource newest(List<Resource> course) {
        Resource newest = course.get(0);
        for (Resource entry : course) {
            String day = day(entry);
            String best = day(newest);
            newest = day != null && (best == null || day.compareTo(best) > 0) ? entry : newest;
        }
        return newest;
    }

    private static @Nullable String day(Resource entry) {
        if (entry instanceof Observation observation) {
            return observation.effective() == null
                    ? ""
                    : observation.effective().startOrEnd().text();
        }
        return entry instanceof DiagnosticReport report && report.effective() != null
                ? report.effective().startOrEnd().text()
                : null;
    }

    private interface Check {
        void of(DiseaseCourseTest.Row row, List<Resource> course);
    }

    private static Stream<DynamicTest> each(Check check) {
        return DiseaseCourseTest.rows().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.name(),
                        () -> check.of(row, CourseScript.of(row.course()).resources())));
    }
}
