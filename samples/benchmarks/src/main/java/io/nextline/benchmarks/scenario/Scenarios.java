package io.nextline.benchmarks.scenario;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The scenarios as one command line. Exit codes: 0 every promise was kept, 1 one was broken, 2 wrong usage or no service. */
@Command(
        name = "scenarios",
        mixinStandardHelpOptions = true,
        description = "Puts the service under a load and holds it to what it promises.",
        subcommands = {Overload.class, Dribble.class, Soak.class})
public final class Scenarios {

    private static final int NOT_RUN = 2;

    private Scenarios() {}

    /** Runs one; {@code --help} lists them. */
    public static void main(String[] arguments) {
        PrintWriter errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        CommandLine commands = new CommandLine(new Scenarios());
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            errors.println(failure.getMessage());
            return NOT_RUN;
        });
        System.exit(commands.execute(arguments));
    }
}
