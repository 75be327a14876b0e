package io.nextline.samples.junit;

import io.nextline.samples.junit.JUnitCase.Kind;
import io.nextline.samples.junit.JUnitCase.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Writes cases as JUnit XML: one suite, a case for each question. */
public final class JUnitXml {

    private static final int INDENT = 2;

    private final StringBuilder xml = new StringBuilder();

    private JUnitXml() {}

    /**
     * Returns the document.
     *
     * @param program what ran, the name of the outermost element
     * @param suite the name of the suite
     * @param cases what came out, in the order to be reported
     */
    public static String of(String program, String suite, List<JUnitCase> cases) {
        JUnitXml report = new JUnitXml();
        report.xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        String totals = totals(cases);
        report.line(0, "<testsuites name=\"" + escaped(program) + "\"" + totals + ">");
        report.line(
                1,
                "<testsuite name=\"" + escaped(suite) + "\"" + totals + " skipped=\"" + count(cases, Kind.SKIPPED)
                        + "\">");
        cases.forEach(report::write);
        report.line(1, "</testsuite>");
        report.line(0, "</testsuites>");
        return report.xml.toString();
    }

    private static String totals(List<JUnitCase> cases) {
        Duration took = cases.stream().map(JUnitCase::took).reduce(Duration.ZERO, Duration::plus);
        return String.format(
                Locale.ROOT,
                " tests=\"%d\" failures=\"%d\" errors=\"%d\" time=\"%s\"",
                cases.size(),
                count(cases, Kind.FAILURE),
                count(cases, Kind.ERROR),
                seconds(took));
    }

    private static long count(List<JUnitCase> cases, Kind kind) {
        return cases.stream().filter(each -> each.is(kind)).count();
    }

    private void write(JUnitCase each) {
        String head = "<testcase classname=\"" + escaped(each.group()) + "\" name=\"" + escaped(each.name())
                + "\" time=\"" + seconds(each.took()) + "\"";
        Problem problem = each.problem();
        if (problem == null) {
            line(2, head + "/>");
            return;
        }
        line(2, head + ">");
        detail(problem);
        line(2, "</testcase>");
    }

    private void detail(Problem problem) {
        String tag = problem.kind().tag();
        String type = problem.kind() == Kind.SKIPPED ? "" : " type=\"" + escaped(problem.type()) + "\"";
        line(
                3,
                "<" + tag + " message=\"" + escaped(problem.message()) + "\"" + type + ">"
                        + escaped(String.join("\n", problem.lines())) + "</" + tag + ">");
    }

    private void line(int depth, String text) {
        xml.append(" ".repeat(depth * INDENT)).append(text).append('\n');
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
