package io.nextline.samples.patients;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Writes results as JUnit XML, as continuous integration servers read it: a suite, and a case for each question about each folder.
 * Of a patient it holds the names of folders and variants, and the values compared; the engine's reasons stay out of it.
 */
public final class JUnitReport {

    private static final int INDENT = 2;

    private final StringBuilder xml = new StringBuilder();

    private JUnitReport() {}

    /**
     * Returns the document.
     *
     * @param suite the name of the suite
     * @param results what came out, in the order to be reported
     */
    public static String of(String suite, List<FolderResult> results) {
        JUnitReport report = new JUnitReport();
        report.xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        String totals = totals(results);
        report.open(0, "<testsuites name=\"nextline test\"" + totals + ">");
        report.open(1, "<testsuite name=\"" + escaped(suite) + "\"" + totals + " skipped=\"0\">");
        results.forEach(report::folder);
        report.open(1, "</testsuite>");
        report.open(0, "</testsuites>");
        return report.xml.toString();
    }

    private static String totals(List<FolderResult> results) {
        int tests = 0;
        int failures = 0;
        int errors = 0;
        Duration took = Duration.ZERO;
        for (FolderResult result : results) {
            tests += Math.max(1, result.checks().size());
            errors += result.problems().isEmpty() ? 0 : 1;
            for (CheckResult check : result.checks()) {
                failures += check.differences().isEmpty() ? 0 : 1;
                took = took.plus(check.took());
            }
        }
        return String.format(
                Locale.ROOT,
                " tests=\"%d\" failures=\"%d\" errors=\"%d\" time=\"%s\"",
                tests,
                failures,
                errors,
                seconds(took));
    }

    private void folder(FolderResult result) {
        for (CheckResult check : result.checks()) {
            String head = head(result.name(), check.name(), check.took());
            if (check.differences().isEmpty()) {
                open(2, head + "/>");
            } else {
                open(2, head + ">");
                failure(check.differences());
                open(2, "</testcase>");
            }
        }
        if (!result.problems().isEmpty()) {
            open(2, head(result.name(), "readable", Duration.ZERO) + ">");
            detail("error", "the folder cannot be read", "unreadable", result.problems());
            open(2, "</testcase>");
        }
    }

    private void failure(List<Difference> differences) {
        String message = Words.count(differences.size(), "difference");
        List<String> lines = differences.stream().map(Difference::words).toList();
        detail("failure", message, "difference", lines);
    }

    private void detail(String tag, String message, String type, List<String> lines) {
        xml.append(" ".repeat(3 * INDENT)).append('<').append(tag);
        xml.append(" message=\"")
                .append(message)
                .append("\" type=\"")
                .append(type)
                .append("\">");
        xml.append(escaped(String.join("\n", lines)));
        xml.append("</").append(tag).append(">\n");
    }

    private void open(int depth, String tag) {
        xml.append(" ".repeat(depth * INDENT)).append(tag).append('\n');
    }

    private static String head(String folder, String check, Duration took) {
        return "<testcase classname=\"" + escaped(folder) + "\" name=\"" + escaped(check) + "\" time=\"" + seconds(took)
                + "\"";
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.3f", took.toNanos() / 1e9);
    }

    /** Escapes what XML reserves; what XML 1.0 cannot hold at all becomes a replacement character. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isAllowed(character) ? character : '\ufffd');
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int character) {
        return character == '\n'
                || character == '\t'
                || (character >= ' ' && character < Character.MIN_SURROGATE)
                || (character > Character.MAX_SURROGATE && character < '\ufffe')
                || Character.isSupplementaryCodePoint(character);
    }
}
