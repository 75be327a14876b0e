package io.nextline.samples.cli;

/** How a command ends. The numbers are a public contract. */
public final class ExitCode {

    /** Done. */
    public static final int DONE = 0;
    /** Finished, and found something wrong. */
    public static final int FINDINGS = 1;
    /** Used wrongly: an unknown option, a missing argument, an impossible combination. */
    public static final int USAGE = 2;
    /** The input could not be read. */
    public static final int UNREADABLE = 3;
    /** A defect of Nextline itself; {@code EX_SOFTWARE} of BSD's sysexits, apart from the four promised codes. */
    public static final int DEFECT = 70;

    private ExitCode() {}
}
