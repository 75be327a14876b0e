package io.nextline.samples.cli;

import io.nextline.samples.cli.input.UnreadableInputException;
import java.io.PrintWriter;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one or two lines what went wrong and what to do. No stack trace, and nothing of a patient's record. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("nextline: " + failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        int code = explain(failure, err);
        err.flush();
        return code;
    }

    private static int explain(Exception failure, PrintWriter err) {
        if (failure instanceof UsageException) {
            err.println("nextline: " + failure.getMessage());
            return ExitCode.USAGE;
        }
        if (failure instanceof UnreadableInputException) {
            err.println("nextline: " + failure.getMessage());
            return ExitCode.UNREADABLE;
        }
        err.println("nextline: this is a defect of nextline: " + place(failure));
        err.println("Please report that line. Nothing of the input is in it.");
        return ExitCode.DEFECT;
    }

    /** Type and place only: a message may quote the record. */
    private static String place(Exception failure) {
        String where = Stream.of(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.nextline."))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
        return failure.getClass().getSimpleName() + where;
    }
}
