package io.nextline.samples.cli;

import io.nextline.core.Nextline;
import io.nextline.samples.cli.terminal.Screen;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The {@code nextline} command; its work is done by its subcommands. */
@Command(
        name = "nextline",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        usageHelpWidth = Screen.USUAL,
        description = "Trial evidence for the next line of cancer therapy, for one patient's record.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done.",
            "1:Finished, with findings.",
            "2:Wrong usage.",
            "3:The input cannot be read, or is about two patients.",
            "70:A defect of nextline itself."
        })
public final class NextlineCommand {

    // Jetty asks for every locale of Java, and nothing that a service says depends on one: the root alone takes a third
    // of that time.
    private static final String LOCALES = "java.locale.providers";
    private static final String ROOT_ALONE = "SPI";

    private NextlineCommand() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        ServeArguments service = ServeArguments.plain(args);
        int exitCode = service == null ? command(args, out, err) : service(service, out, err);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    // A service is to answer soon after its launch: what takes longest begins at once.
    private static int service(ServeArguments asked, PrintWriter out, PrintWriter err) {
        System.getProperties().putIfAbsent(LOCALES, ROOT_ALONE);
        CompletableFuture<Nextline> evidence = CompletableFuture.supplyAsync(Nextline::load);
        try {
            return new ServiceRun(out, evidence::join).serve(asked);
        } catch (RuntimeException failure) {
            return Failure.tell(failure, err);
        }
    }

    private static int command(String[] args, PrintWriter out, PrintWriter err) {
        Console console = new Console(
                System.in,
                out,
                err,
                LocalDate.now(ZoneId.systemDefault()),
                CommandLine.Help.Ansi.AUTO.enabled(),
                width(System.getenv("COLUMNS")),
                drawn(System.console()));
        return commandLine(console, args).execute(args);
    }

    /** Returns the command line with all of its commands. */
    static CommandLine commandLine(Console console) {
        return commandLine(console, new String[0]);
    }

    // Each command costs some ten milliseconds of launch, so where one is named only that one is made.
    private static CommandLine commandLine(Console console, String[] args) {
        Map<String, Supplier<Object>> commands = commands(console);
        if (args.length > 0) {
            commands.keySet().removeIf(name -> commands.containsKey(args[0]) && !name.equals(args[0]));
        }
        Failures failures = new Failures();
        CommandLine line = new CommandLine(new NextlineCommand());
        commands.values().forEach(command -> line.addSubcommand(command.get()));
        return line.setOut(console.out())
                .setErr(console.err())
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    private static Map<String, Supplier<Object>> commands(Console console) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("demo", () -> new DemoCommand(console));
        commands.put("evaluate", () -> new EvaluateCommand(console));
        commands.put("explain", () -> new ExplainCommand(console));
        commands.put("serve", () -> new ServeCommand(console));
        commands.put("feedback", () -> FeedbackCommand.with(console));
        commands.put("trials", () -> new TrialsCommand(console));
        commands.put("statements", () -> new StatementsCommand(console));
        commands.put("lint", () -> new LintCommand(console));
        commands.put("export", () -> new ExportCommand(console));
        commands.put("import", () -> new ImportCommand(console));
        commands.put("test", () -> new TestCommand(console));
        commands.put("conformance", () -> new ConformanceCommand(console));
        return commands;
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        // UTF-8 whatever the locale says: JSON must be, and a container's C locale would turn names into question
        // marks.
        FileOutputStream stream = new FileOutputStream(descriptor);
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)));
    }

    // Without a terminal there is none; what is written to a file or pipe is for programs, too.
    private static boolean drawn(java.io.@Nullable Console terminal) {
        return terminal != null && terminal.charset().newEncoder().canEncode("\u251c\u2500\u253c\u25cf\u2524\u25ba");
    }

    private static int width(@Nullable String columns) {
        if (columns == null || !columns.matches("\\d{2,3}")) {
            return Screen.USUAL;
        }
        return Math.max(Screen.NARROWEST, Integer.parseInt(columns));
    }
}
