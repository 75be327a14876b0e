package io.nextline.samples.cli;

import io.nextline.samples.cli.terminal.Screen;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
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

    private NextlineCommand() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        Console console = new Console(
                System.in,
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                LocalDate.now(ZoneId.systemDefault()),
                CommandLine.Help.Ansi.AUTO.enabled(),
                width(System.getenv("COLUMNS")));
        int exitCode = commandLine(console).execute(args);
        console.flush();
        System.exit(exitCode);
    }

    static CommandLine commandLine(Console console) {
        Failures failures = new Failures();
        return new CommandLine(new NextlineCommand())
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new EvaluateCommand(console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new ServeCommand(console))
                .addSubcommand(new TrialsCommand(console))
                .addSubcommand(new StatementsCommand(console))
                .addSubcommand(new LintCommand(console))
                .setOut(console.out())
                .setErr(console.err())
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        // UTF-8 whatever the locale says: JSON must be, and a container's C locale would turn names into question
        // marks.
        FileOutputStream stream = new FileOutputStream(descriptor);
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)));
    }

    private static int width(@Nullable String columns) {
        if (columns == null || !columns.matches("\\d{2,3}")) {
            return Screen.USUAL;
        }
        return Math.max(Screen.NARROWEST, Integer.parseInt(columns));
    }
}
