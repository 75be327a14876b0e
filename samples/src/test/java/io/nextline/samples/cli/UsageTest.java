package io.nextline.samples.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    @Test
    void helpNamesEveryCommandAndExitCode() {
        Run.of("--help")
                .exits(ExitCode.DONE)
                .isQuiet()
                .prints(
                        "demo",
                        "evaluate",
                        "explain",
                        "serve",
                        "feedback",
                        "trials",
                        "statements",
                        "lint",
                        "export",
                        "import",
                        "test",
                        "conformance")
                .prints("Exit codes:", "0 ", "1 ", "2 ", "3 ")
                .fits(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "evaluate",
                "explain",
                "serve",
                "feedback",
                "trials",
                "statements",
                "lint",
                "export",
                "import",
                "test",
                "conformance"
            })
    void everyCommandHasItsHelpAndTheVersion(String command) {
        Run.of(command, "--help")
                .exits(ExitCode.DONE)
                .isQuiet()
                .prints("Usage: nextline " + command)
                .fits(100);
        Run.of(command, "--version").exits(ExitCode.DONE).isQuiet().prints("nextline ");
    }

    @Test
    void versionIsTold() {
        Run.of("--version").exits(ExitCode.DONE).isQuiet().prints("nextline ", "Java ");
    }

    @Test
    void noCommandIsWrongUsage() {
        Run.of().exits(ExitCode.USAGE).saysNothingOnStandardOutput().complains("Missing required subcommand", "--help");
    }

    @Test
    void mistypedCommandAndOptionGetSuggestions() {
        Run.of("evalute").exits(ExitCode.USAGE).saysNothingOnStandardOutput().complains("evaluate");
        Run.of("evaluate", "x", "--drat", "y")
                .exits(ExitCode.USAGE)
                .complains("'--drat'", "Possible solutions: --draft");
    }

    @Test
    void missingFileArgumentIsWrongUsage() {
        Run.of("evaluate").exits(ExitCode.USAGE).complains("FILE");
        Run.of("explain").exits(ExitCode.USAGE).complains("FILE");
        Run.of("lint").exits(ExitCode.USAGE).complains("DIR");
    }

    @Test
    void valuesThatAreNoneNameTheAllowedOnes() {
        Run.of("evaluate", "x", "--hook", "order-dispatch")
                .exits(ExitCode.USAGE)
                .complains("'order-dispatch'", "patient-view, order-select, order-sign");
        Run.of("evaluate", "x", "--as-of", "2026-02-30").exits(ExitCode.USAGE).complains("--as-of", "2026-11-21");
        Run.of("trials", "--layer", "both").exits(ExitCode.USAGE).complains("seed or all");
        Run.of("trials", "--width", "10").exits(ExitCode.USAGE).complains("--width takes 40 to 400");
    }

    @Test
    void optionsThatDoNotGoTogetherAreWrongUsage() {
        Run.of("evaluate", "a.json", "--hook", "patient-view", "--draft", "b.json")
                .exits(ExitCode.USAGE)
                .complains("--draft needs --hook order-select or order-sign");
        Run.of("evaluate", "-", "--draft", "-").exits(ExitCode.USAGE).complains("standard input can be read once");
    }
}
