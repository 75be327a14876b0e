package io.nextline.samples.cli;

import io.nextline.samples.conformance.Result;
import io.nextline.samples.conformance.Verdict;
import io.nextline.samples.junit.JUnitCase;
import io.nextline.samples.junit.JUnitCase.Kind;
import io.nextline.samples.junit.JUnitCase.Problem;
import io.nextline.samples.junit.JUnitXml;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the rules as JUnit XML; a recommendation that was not followed counts as skipped, and its message says so. */
final class ConformanceJUnit {

    private ConformanceJUnit() {}

    static String of(String url, List<Result> results) {
        List<JUnitCase> cases = results.stream()
                .map(each -> new JUnitCase(
                        each.requirement().section(), each.requirement().id(), Duration.ZERO, problem(each)))
                .toList();
        return JUnitXml.of("nextline conformance", url, cases);
    }

    private static @Nullable Problem problem(Result result) {
        if (result.verdict() == Verdict.PASS) {
            return null;
        }
        Kind kind = result.verdict() == Verdict.FAIL ? Kind.FAILURE : Kind.SKIPPED;
        String warning = result.verdict() == Verdict.WARN ? "warning: " : "";
        String message = warning + result.seen();
        return new Problem(
                kind,
                message,
                result.requirement().level().name(),
                List.of(result.requirement().text()));
    }
}
