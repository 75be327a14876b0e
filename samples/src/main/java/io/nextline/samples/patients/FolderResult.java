package io.nextline.samples.patients;

import java.util.List;

/**
 * How a sample patient's folder came out.
 *
 * @param name the folder, as seen from the folder that was named
 * @param checks one for the chart opened and one for each variant of drafts; none where the folder cannot be read
 * @param problems what cannot be read, each with file, field and remedy
 */
public record FolderResult(String name, List<CheckResult> checks, List<String> problems) {

    /** Copies the lists. */
    public FolderResult {
        checks = List.copyOf(checks);
        problems = List.copyOf(problems);
    }

    static FolderResult unreadable(String name, List<String> problems) {
        return new FolderResult(name, List.of(), problems);
    }

    /** Returns how many differences there are in all. */
    public int differences() {
        return checks.stream().mapToInt(check -> check.differences().size()).sum();
    }

    /** Returns whether everything could be read and came out as expected. */
    public boolean isAsExpected() {
        return problems.isEmpty() && differences() == 0;
    }
}
