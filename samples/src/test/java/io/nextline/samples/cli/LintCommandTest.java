package io.nextline.samples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {

    private static final Path BUNDLED = Path.of("../core/src/main/resources/io/nextline/evidence");

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheBundledBase() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(BUNDLED)) {
            files = walk.sorted().toList();
        }
        for (Path file : files) {
            Path copy = folder.resolve(BUNDLED.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void theBundledBaseIsClean() {
        Run.of("lint", folder.toString()).exits(ExitCode.DONE).isQuiet().prints("Clean: ", " trials, ", " statements");
    }

    @Test
    void everyProblemIsNamedWithFileAndPath() throws IOException {
        edit("trials/contact-03.json", "\"value\": 1.03", "\"value\": 9.03");
        edit("trials/meteor.json", "\"status\": \"reported\"", "\"status\": \"rumoured\"");
        edit("statements/ds-01.json", "\"kind\": \"discourage\"", "\"kind\": \"forbid\"");

        Run.of("lint", folder.toString())
                .exits(ExitCode.FINDINGS)
                .isQuiet()
                .prints("contact-03.json", "meteor.json $.status", "ds-01.json $.kind", " problems.");
    }

    @Test
    void whatOnlyTheSchemaForbidsIsFoundToo() throws IOException {
        edit("trials/axis.json", "\"layer\": \"seed\"", "\"layer\": \"seed\", \"surprise\": true");

        Run.of("lint", folder.toString()).exits(ExitCode.FINDINGS).prints("axis.json", "surprise");
    }

    @Test
    void fileThatIsNoJsonIsNamed() throws IOException {
        Files.writeString(folder.resolve("trials/axis.json"), "{\"id\": ");

        Run.of("lint", folder.toString()).exits(ExitCode.FINDINGS).prints("axis.json");
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String before = Files.readString(path);
        if (!before.contains(from)) {
            throw new IllegalArgumentException(file + " has no " + from);
        }
        Files.writeString(path, before.replace(from, to));
    }
}
