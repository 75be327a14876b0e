package io.nextline.samples.safety;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** The text of {@code samples/SAFETY.md}. */
final class SafetyFile {

    private static final String HEAD = """
            # Safety file

            What could harm a patient, what Nextline does about it, and the tests that show it. Written by `SafetyFileTest` from the tags in
            the test sources and from `hazards.json` beside it; the build fails when a hazard has neither a test nor a declared reason, when
            a tag names no hazard, and when this file is out of date. A disabled or failing test fails the build too, so every test named
            here has passed.

            ```sh
            mvn -pl samples -am test -Dtest=SafetyFileTest -Dsurefire.failIfNoSpecifiedTests=false -Dnextline.safety=write
            ```

            Nextline is a toolkit for developers, not a medical device; the deployer owes an assessment of its own.
            """;

    private SafetyFile() {}

    static String of(List<Hazard> hazards, SortedMap<String, SortedSet<String>> tests) {
        StringBuilder text =
                new StringBuilder(HEAD).append("\n| hazard | what Nextline does | tests |\n| --- | --- | --- |\n");
        for (Hazard hazard : hazards) {
            SortedSet<String> shown = tests.getOrDefault(hazard.id(), new TreeSet<>());
            text.append("| **").append(hazard.id()).append("** ").append(hazard.hazard());
            text.append(" | ").append(hazard.mitigation());
            text.append(" | ")
                    .append(shown.isEmpty() ? "none: " + hazard.untested() : names(shown))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String names(SortedSet<String> tests) {
        StringBuilder names = new StringBuilder();
        for (String test : tests) {
            // The class stands for its methods.
            if (test.indexOf('.') > 0 && tests.contains(test.substring(0, test.lastIndexOf('.')))) {
                continue;
            }
            names.append(names.isEmpty() ? "" : "<br>").append('`').append(test).append('`');
        }
        return names.toString();
    }
}
