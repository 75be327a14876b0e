package io.nextline.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** One run of the command line with captured streams. */
record Run(int exit, String out, String err) {

    static final Path TRIALS = Path.of("../core/src/test/resources/contract/trials.schema.json");
    static final Path RESPONSE = Path.of("../cds-hooks/src/test/resources/io/nextline/cdshooks/response.schema.json");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    static Run of(String... args) {
        return with(new byte[0], args);
    }

    static Run with(String standardInput, String... args) {
        return with(standardInput.getBytes(StandardCharsets.UTF_8), args);
    }

    static Run with(byte[] standardInput, String... args) {
        return of(standardInput, false, args);
    }

    static Run inColour(String... args) {
        return of(new byte[0], true, args);
    }

    private static Run of(byte[] standardInput, boolean colour, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(
                new ByteArrayInputStream(standardInput),
                new PrintWriter(out),
                new PrintWriter(err),
                TODAY,
                colour,
                100);
        int exit = NextlineCommand.commandLine(console).execute(args);
        console.flush();
        return new Run(exit, out.toString(), err.toString());
    }

    /** A file of a bundled sample patient. */
    static String sample(String folderAndFile) {
        return Path.of("src/main/resources/io/nextline/samples/patients", folderAndFile)
                .toString();
    }

    Run exits(int expected) {
        assertThat(exit).as("exit code; standard error: %s", err).isEqualTo(expected);
        assertThat(err).doesNotContain("\tat ", "Exception");
        return this;
    }

    Run saysNothingOnStandardOutput() {
        assertThat(out).isEmpty();
        return this;
    }

    Run complains(String... parts) {
        assertThat(err).contains(parts);
        return this;
    }

    Run isQuiet() {
        assertThat(err).isEmpty();
        return this;
    }

    Run prints(String... parts) {
        assertThat(out).contains(parts);
        return this;
    }

    Run printsNot(String... parts) {
        assertThat(out).doesNotContain(parts);
        return this;
    }

    Run fits(int width) {
        assertThat(out.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
        return this;
    }

    JsonNode json() {
        try {
            return new ObjectMapper().readTree(out);
        } catch (IOException noJson) {
            throw new AssertionError("standard output is no JSON: " + noJson.getMessage(), noJson);
        }
    }

    /** Holds the output against a schema of the public contract, which the module that writes it keeps. */
    JsonNode jsonOf(Path schema) {
        JsonNode json = json();
        try (InputStream in = Files.newInputStream(schema)) {
            assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                            .getSchema(in)
                            .validate(json))
                    .isEmpty();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return json;
    }
}
