package io.nextline.samples.cli;

import io.nextline.samples.cli.input.UnreadableInputException;
import java.io.PrintWriter;
import java.util.stream.Stream;

/** Says in one or two lines what went wrong and what to do. No stack trace, and nothing of a patient's record. */
final class Failure {

    private Failure() {}

    /** Tells of a failure, and returns the exit code. */
    static int tell(Exception failure, PrintWriter err) {
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
