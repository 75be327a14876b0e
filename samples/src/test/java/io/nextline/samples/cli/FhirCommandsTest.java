package io.nextline.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FhirCommandsTest {

    private static final Path BUNDLED = Path.of("../core/src/main/resources/io/nextline/evidence");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"r4", "r5"})
    void exportWritesAFileForEachResourceAndTheBundle(String version) throws IOException {
        Run.of("export", "--fhir", version, folder.toString())
                .exits(ExitCode.DONE)
                .isQuiet()
                .prints("Wrote ", "Bundle");

        assertThat(names(folder))
                .contains("Bundle-nextline-evidence.json", "ResearchStudy-contact-03.json", "PlanDefinition-ds-1.json");
        assertThat(folder.resolve("PlanDefinition-ds-1.json"))
                .content()
                .contains(
                        "the cancer progressed on or after ICI", "an order that completes atezolizumab + cabozantinib");
    }

    @Test
    void whatAnOlderExportLeftIsNamed() throws IOException {
        Files.writeString(folder.resolve("Evidence-of-old.json"), "{}");

        Run.of("export", "--fhir", "r5", folder.toString()).exits(ExitCode.DONE).complains("holds 1 other JSON files");
    }

    @Test
    void trialsImportedIntoAnEmptyFolderPassTheRulesOfTrialFiles() throws IOException {
        Path fhir = exported();
        Path evidence = copyOfTheBundledBase();
        try (Stream<Path> trials = Files.list(evidence.resolve("trials"))) {
            for (Path trial : trials.toList()) {
                Files.delete(trial);
            }
        }

        Run.of("import", "--fhir", fhir.toString(), "--to", evidence.toString())
                .exits(ExitCode.DONE)
                .isQuiet()
                .prints("Read 68 trials: 68 new, 0 replaced, 0 unchanged.");
        Run.of("lint", evidence.toString()).exits(ExitCode.DONE).prints("Clean: 68 trials");
    }

    @Test
    void trialsThatAreThereAlreadyStayAsTheyAre() throws IOException {
        Path bundle = exported().resolve("Bundle-nextline-evidence.json");
        Path evidence = copyOfTheBundledBase();

        Run.of("import", "--fhir", bundle.toString(), "--to", evidence.toString())
                .exits(ExitCode.DONE)
                .prints("0 new, 0 replaced, 68 unchanged");
    }

    @Test
    void anotherVersionOfATrialIsReplacedOnlyWhenAskedFor() throws IOException {
        Path fhir = exported();
        Path evidence = copyOfTheBundledBase();
        Path trial = evidence.resolve("trials/axis.json");
        String ours = Files.readString(trial);
        Files.writeString(trial, ours.replace("\"shortName\": \"AXIS\"", "\"shortName\": \"AXIS (ours)\""));

        Run.of("import", "--fhir", fhir.toString(), "--to", evidence.toString())
                .exits(ExitCode.FINDINGS)
                .prints("axis.json", "--replace", "nothing was written");
        assertThat(trial).content().contains("AXIS (ours)");
        Run.of("import", "--fhir", fhir.toString(), "--to", evidence.toString(), "--replace")
                .exits(ExitCode.DONE)
                .prints("0 new, 1 replaced, 67 unchanged");
        assertThat(trial).content().doesNotContain("AXIS (ours)");
    }

    @Test
    void everyProblemOfTheInputIsTold() throws IOException {
        Path fhir = exported();
        Files.delete(fhir.resolve("Citation-axis.json"));
        Files.delete(fhir.resolve("Bundle-nextline-evidence.json"));
        Files.writeString(fhir.resolve("broken.json"), "{");
        Run.of("import", "--fhir", fhir.toString(), "--to", folder.resolve("to").toString())
                .exits(ExitCode.FINDINGS)
                .prints("broken.json", "is not readable JSON");
        Files.delete(fhir.resolve("broken.json"));

        Run.of("import", "--fhir", fhir.toString(), "--to", folder.resolve("to").toString())
                .exits(ExitCode.FINDINGS)
                .prints("ResearchStudy-axis.json", "names Citation/axis, which is not there");
        assertThat(folder.resolve("to")).doesNotExist();
    }

    @Test
    void inputThatIsNotThereCannotBeRead() {
        Run.of("import", "--fhir", "nowhere.json", "--to", folder.toString())
                .exits(ExitCode.UNREADABLE)
                .complains("nowhere.json");
        Run.of("export", "--fhir", "r3", folder.toString())
                .exits(ExitCode.USAGE)
                .complains("use r4 or r5");
    }

    private Path exported() {
        Path fhir = folder.resolve("fhir");
        Run.of("export", "--fhir", "r5", fhir.toString()).exits(ExitCode.DONE);
        return fhir;
    }

    private Path copyOfTheBundledBase() throws IOException {
        Path copy = folder.resolve("evidence");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(BUNDLED)) {
            files = walk.sorted().toList();
        }
        for (Path file : files) {
            Path to = copy.resolve(BUNDLED.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(to);
            } else {
                Files.copy(file, to);
            }
        }
        return copy;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
