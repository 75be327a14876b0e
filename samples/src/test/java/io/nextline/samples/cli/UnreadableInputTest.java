package io.nextline.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadableInputTest {

    @TempDir
    Path folder;

    @Test
    void missingFileIsNamedWithARemedy() {
        Run.of("evaluate", "no-such-file.json")
                .exits(ExitCode.UNREADABLE)
                .saysNothingOnStandardOutput()
                .complains("no-such-file.json: there is no such file", "Check the path");
    }

    @Test
    void folderIsNoFile() {
        Run.of("explain", folder.toString()).exits(ExitCode.UNREADABLE).complains("is a directory", "Bundle");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'' ; empty",
                "'   ' ; empty",
                "<Bundle/> ; XML",
                "Smith, John ; not well-formed",
                "[] ; no FHIR resource",
                "42 ; no FHIR resource",
                "null ; no FHIR resource",
                "{} ; holds no Patient",
                "{\"resourceType\":\"Organization\",\"id\":\"x\"} ; holds no Patient",
                "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\" ; ends before",
            })
    void whatIsNoRecordIsRefusedOnStandardInput(String input, String complaint) {
        Run.with(input, "evaluate", "-", "--json")
                .exits(ExitCode.UNREADABLE)
                .saysNothingOnStandardOutput()
                .complains("standard input: ", complaint);
    }

    @Test
    void messageRepeatsNothingOfTheInput() {
        Run run = Run.with("{\"resourceType\":\"Patient\",\"name\":[{\"family\":Secretname", "evaluate", "-");

        run.exits(ExitCode.UNREADABLE).complains("line 1");
        assertThat(run.err()).doesNotContain("Secretname");
    }

    @Test
    void compressedInputIsRecognised() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        Run.with(bytes.toByteArray(), "evaluate", "-")
                .exits(ExitCode.UNREADABLE)
                .complains("is compressed", "gunzip");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"resourceType\":\"Condition\",\"id\":\"x\"} ; holds a Condition, which is no order",
                "{\"resourceType\":\"Bundle\",\"entry\":[]} ; holds no order",
                "{\"resourceType\":\"MedicationRequest\",\"id\":\"x\",\"status\":{}} ; MedicationRequest",
                "[1] ; is no FHIR resource",
                "{ ; ends before",
            })
    void draftFilesHoldOrdersOnly(String draft, String complaint) throws IOException {
        Path file = Files.writeString(folder.resolve("draft.json"), draft);

        Run.of("evaluate", Run.sample("01-rcc-reference/bundle.json"), "--draft", file.toString())
                .exits(ExitCode.UNREADABLE)
                .saysNothingOnStandardOutput()
                .complains("draft.json: ", complaint);
    }

    @Test
    void lintNeedsAFolder() throws IOException {
        Run.of("lint", folder.resolve("none").toString())
                .exits(ExitCode.UNREADABLE)
                .complains("there is no such folder");
        Path file = Files.createFile(folder.resolve("file"));
        Run.of("lint", file.toString()).exits(ExitCode.UNREADABLE).complains("is no folder");
    }
}
