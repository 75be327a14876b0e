package io.nextline.samples.conformance;

import java.util.List;

/**
 * What came out of a run.
 *
 * @param services the ids of the services found, in the order of discovery
 * @param results a result for every rule of the catalogue, in its order
 */
public record Report(List<String> services, List<Result> results) {

    /** Copies the lists. */
    public Report {
        services = List.copyOf(services);
        results = List.copyOf(results);
    }

    /** Returns how many rules ended so. */
    public int count(Verdict verdict) {
        return (int) results.stream().filter(each -> each.verdict() == verdict).count();
    }
}
