package io.nextline.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class ServeArgumentsTest {

    private static final List<String> WORDS = List.of(
            "--dev",
            "--port",
            "--config",
            "--port=1",
            "--config=a",
            "--dev=true",
            "--print-config",
            "--help",
            "-V",
            "0",
            "00080",
            "8080",
            "65536",
            "123456",
            "-1",
            "+1",
            "\u0661",
            "1e3",
            "",
            "a.properties",
            "@a",
            "--",
            "-",
            "serve",
            " 80");

    @Test
    void plainCallIsReadWithoutTheLibrary() {
        assertThat(ServeArguments.plain("serve", "--dev")).isEqualTo(new ServeArguments(true, null, null));
        assertThat(ServeArguments.plain("serve", "--config", "a/b.properties", "--port", "0"))
                .isEqualTo(new ServeArguments(false, 0, Path.of("a/b.properties")));
        assertThat(ServeArguments.plain("serve")).isEqualTo(new ServeArguments(false, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "serve --help",
                "serve --dev --dev",
                "serve --port",
                "serve --port --dev",
                "serve --port=1",
                "serve --config @file",
                "serve --dve",
                "serve --port 123456",
                "--dev serve"
            })
    void everythingElseIsLeftToTheLibrary(String line) {
        assertThat(ServeArguments.plain(line.split(" "))).isNull();
    }

    @Test
    void whatIsReadHereTheLibraryReadsTheSameWay() {
        Random random = new Random(20261130);
        int read = 0;
        for (int round = 0; round < 5_000; round++) {
            List<String> options = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                options.add(WORDS.get(random.nextInt(WORDS.size())));
            }
            List<String> args = new ArrayList<>(List.of("serve"));
            args.addAll(options);
            ServeArguments plain = ServeArguments.plain(args.toArray(new String[0]));
            if (plain != null) {
                read++;
                assertThat(plain).as("%s", args).isEqualTo(byTheLibrary(options));
            }
        }
        assertThat(read).isGreaterThan(100);
    }

    private static ServeArguments byTheLibrary(List<String> options) {
        ServeCommand command = new ServeCommand(new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                Run.TODAY,
                false,
                100));
        try {
            new CommandLine(command).parseArgs(options.toArray(new String[0]));
        } catch (ParameterException refused) {
            throw new AssertionError("the library refuses " + options, refused);
        }
        return command.arguments();
    }
}
