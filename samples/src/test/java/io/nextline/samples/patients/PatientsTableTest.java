package io.nextline.samples.patients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Holds the tables of PATIENTS.md to the folders: every case has a patient, every patient a row, every dialect its marks. */
final class PatientsTableTest {

    private static final int CASES = 48;
    private static final Pattern CASE =
            Pattern.compile("^\\| (\\d+) \\| [^|]+ \\| ([^|]+) \\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern PATIENT =
            Pattern.compile("^\\| \\[([^\\]]+)]\\(([^)]+)\\) \\| ([^|]+) \\| [^|]+ \\| [^|]* ?\\|$", Pattern.MULTILINE);

    @Test
    void everyFolderHasOneRowAndEveryRowAFolder() {
        assertThat(new ArrayList<>(dialects().keySet()))
                .isEqualTo(SamplePatient.all().stream().map(SamplePatient::name).toList());
    }

    @Test
    void everyCaseNamesItsFoldersAndTheirDialects() {
        Map<Integer, String> told = new TreeMap<>();
        Matcher rows = CASE.matcher(text());
        while (rows.find()) {
            told.put(Integer.valueOf(rows.group(1)), rows.group(2) + " | " + rows.group(3));
        }

        assertThat(told).isEqualTo(found());
        assertThat(told.keySet())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, CASES).boxed().toList());
    }

    @Test
    void thereAreAtLeastFiveDialects() {
        assertThat(new TreeSet<>(dialects().values()))
                .containsExactly("Epic-like", "German", "Oracle-like", "US Core", "mCODE STU4");
    }

    @Test
    void everyRecordBearsTheMarksOfItsDialect() {
        Map<String, String> dialects = dialects();
        for (SamplePatient patient : SamplePatient.all()) {
            assertThat(dialect(patient)).as(patient.name()).isEqualTo(dialects.get(patient.name()));
        }
    }

    private static String dialect(SamplePatient patient) {
        String json = patient.tree().toString();
        List<String> ids = new ArrayList<>();
        for (JsonNode entry : patient.tree().path("entry")) {
            ids.add(entry.path("resource").path("id").asText());
        }
        ids.removeIf(String::isEmpty);
        if (json.contains("/us/mcode/")) {
            return "mCODE STU4";
        }
        if (json.contains("icd-10-gm") && json.contains("atc")) {
            return "German";
        }
        if (ids.stream().allMatch(id -> id.matches("\\d+"))) {
            return "Oracle-like";
        }
        return ids.stream().allMatch(id -> id.matches("e.{23}")) ? "Epic-like" : "US Core";
    }

    /** The folders by the number they begin with, and the dialects among them in the order of the folders. */
    private static Map<Integer, String> found() {
        Map<Integer, List<String>> folders = new TreeMap<>();
        dialects()
                .keySet()
                .forEach(folder -> folders.computeIfAbsent(
                                Integer.valueOf(folder.substring(0, 2)), number -> new ArrayList<>())
                        .add(folder));
        Map<Integer, String> found = new TreeMap<>();
        folders.forEach((number, names) -> {
            if (number <= CASES) {
                List<String> dialects =
                        names.stream().map(dialects()::get).distinct().toList();
                found.put(number, String.join(", ", names) + " | " + String.join(", ", dialects));
            }
        });
        return found;
    }

    private static Map<String, String> dialects() {
        Map<String, String> dialects = new TreeMap<>();
        Matcher rows = PATIENT.matcher(text());
        while (rows.find()) {
            assertThat(rows.group(2)).isEqualTo(rows.group(1) + "/README.md");
            assertThat(dialects.put(rows.group(1), rows.group(3)))
                    .as("a second row for " + rows.group(1))
                    .isNull();
        }
        return dialects;
    }

    private static String text() {
        Path table = SamplePatient.all().get(0).folder().resolveSibling("PATIENTS.md");
        try {
            return Files.readString(table);
        } catch (IOException unreadable) {
            throw new IllegalStateException("PATIENTS.md cannot be read", unreadable);
        }
    }
}
