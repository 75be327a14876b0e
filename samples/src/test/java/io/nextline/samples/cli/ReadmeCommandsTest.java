package io.nextline.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.http.NextlineServer;
import io.nextline.cdshooks.http.ServerOptions;
import io.nextline.core.Nextline;
import io.nextline.samples.readme.Readme;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command that the README documents does what it says. */
final class ReadmeCommandsTest {

    private static final String START = "java -jar samples/target/nextline.jar ";
    private static final String SERVICE = "http://127.0.0.1:8080";

    /** They do not end, or need what only a running service leaves behind. */
    private static final Set<String> NEEDS_A_SERVICE = Set.of("serve", "feedback");

    /** The documented commands but those of a service; variables filled in, paths as seen from this module. */
    static List<List<String>> commands() {
        Map<String, String> variables = new HashMap<>();
        List<List<String>> commands = new ArrayList<>();
        Readme.blocks("sh").stream().flatMap(ReadmeCommandsTest::lines).forEach(line -> {
            String[] assignment = line.split("=", 2);
            int start = line.indexOf(START);
            if (assignment[0].matches("[a-z]+") && assignment.length == 2) {
                variables.put(assignment[0], assignment[1]);
            } else if (start >= 0) {
                commands.add(arguments(line.substring(start + START.length()), variables));
            }
        });
        commands.removeIf(command -> NEEDS_A_SERVICE.contains(command.get(0)));
        return commands;
    }

    private static Stream<String> lines(String block) {
        return block.replace("\\\n", " ").lines().map(line -> line.replaceFirst("\\s+#.*", ""));
    }

    private static List<String> arguments(String line, Map<String, String> variables) {
        String filled = line;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            filled = filled.replace("$" + variable.getKey(), variable.getValue());
        }
        return Arrays.stream(filled.strip().split("\\s+"))
                .map(argument -> argument.matches("(samples|core)/.*") ? "../" + argument : argument)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void documentedCommandEndsWell(List<String> command) throws IOException {
        if (!command.contains(SERVICE)) {
            Run.of(command.toArray(String[]::new)).exits(0).isQuiet();
            return;
        }
        try (NextlineServer server = NextlineServer.start(ServerOptions.development(0), Nextline.load())) {
            Run.of(command.stream()
                            .map(each -> each.replace(SERVICE, server.base().toString()))
                            .toArray(String[]::new))
                    .exits(0)
                    .isQuiet();
        }
    }

    @Test
    void everyCommandIsShownAndInTheTable() {
        List<String> known = List.copyOf(
                NextlineCommand.commandLine(console()).getSubcommands().keySet());

        assertThat(known).allSatisfy(name -> assertThat(Readme.text()).contains("| `" + name));
        assertThat(commands()).extracting(command -> command.get(0)).containsAll(withoutServices(known));
    }

    @Test
    void cardShownIsTheCardPrinted() {
        List<String> command = commands().stream()
                .filter(each -> each.contains("--draft"))
                .findFirst()
                .orElseThrow();
        List<String> shown = Readme.blocks("text")
                .get(0)
                .lines()
                .filter(line -> !line.equals("| …"))
                .toList();

        List<String> printed =
                Run.of(command.toArray(String[]::new)).out().lines().toList();

        assertThat(shown).hasSizeGreaterThan(20);
        assertThat(printed).containsSubsequence(shown);
    }

    private static List<String> withoutServices(List<String> names) {
        return names.stream().filter(name -> !NEEDS_A_SERVICE.contains(name)).toList();
    }

    private static Console console() {
        return new Console(
                InputStream.nullInputStream(),
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                Run.TODAY,
                false,
                100);
    }
}
