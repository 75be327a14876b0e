package io.nextline.samples.patients;

import io.nextline.samples.junit.JUnitCase;
import io.nextline.samples.junit.JUnitCase.Kind;
import io.nextline.samples.junit.JUnitCase.Problem;
import io.nextline.samples.junit.JUnitXml;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Results as JUnit XML: a case for each question about each folder. Of a patient it holds the names of folders and variants, and the
 * values compared; the engine's reasons stay out of it.
 */
public final class JUnitReport {

    private JUnitReport() {}

    /**
     * Returns the document.
     *
     * @param suite the name of the suite
     * @param results what came out, in the order to be reported
     */
    public static String of(String suite, List<FolderResult> results) {
        List<JUnitCase> cases = new ArrayList<>();
        for (FolderResult result : results) {
            for (CheckResult check : result.checks()) {
                cases.add(new JUnitCase(result.name(), check.name(), check.took(), problem(check)));
            }
            if (!result.problems().isEmpty()) {
                Problem unreadable =
                        new Problem(Kind.ERROR, "the folder cannot be read", "unreadable", result.problems());
                cases.add(new JUnitCase(result.name(), "readable", Duration.ZERO, unreadable));
            }
        }
        return JUnitXml.of("nextline test", suite, cases);
    }

    private static @Nullable Problem problem(CheckResult check) {
        if (check.differences().isEmpty()) {
            return null;
        }
        String message = Words.count(check.differences().size(), "difference");
        List<String> lines = check.differences().stream().map(Difference::words).toList();
        return new Problem(Kind.FAILURE, message, "difference", lines);
    }
}
