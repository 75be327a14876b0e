package io.nextline.samples.patients;

import java.time.Duration;
import java.util.List;

/**
 * How one question about a sample patient came out.
 *
 * @param name what was asked: the chart opened, or what was drafted
 * @param differences every difference from what was expected; none when it came out as expected
 * @param took how long reading and answering took
 */
public record CheckResult(String name, List<Difference> differences, Duration took) {

    /** Copies the differences. */
    public CheckResult {
        differences = List.copyOf(differences);
    }
}
