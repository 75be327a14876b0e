package io.nextline.samples.playground.change;

import io.nextline.core.fact.Finding;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.Observation;
import java.util.List;

/** Changes of how much the record holds. */
final class RecordChanges {

    private static final int MOST_ROUNDS = 20;

    private RecordChanges() {}

    /** An older status counts once the latest is gone, so all of them go. */
    static void removePerformanceStatus(Chart chart) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Provenance> from =
                    chart.facts().performanceStatus().fold(Finding.Known::provenance, open -> List.<Provenance>of());
            if (from.isEmpty()) {
                return;
            }
            from.forEach(entry -> chart.remove(entry.reference(), "a performance status"));
        }
    }

    static void removeObservations(Chart chart) {
        for (Observation observation : chart.record().observations()) {
            chart.remove(observation.header().reference(), "an observation");
        }
    }

    static void leaveFurtherPages(Chart chart) {
        chart.changeBundle(
                "a link to a next page, which nobody fetches",
                bundle -> bundle.withArray("link")
                        .addObject()
                        .put("relation", "next")
                        .put("url", "https://ehr.example.org/fhir?page=2"));
    }
}
