package io.nextline.cdshooks.card;

import io.nextline.core.evidence.EvidenceVersion;
import io.nextline.core.evidence.Layer;
import io.nextline.core.fact.Biomarkers;
import io.nextline.core.trial.Trial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The patient's drivers against whom a trial did not admit (hazard HZ-18). It is shown and decides no statement. */
final class DriverFit {

    private final TrialTexts trials;
    private final EvidenceVersion version;
    private final Biomarkers biomarkers;

    DriverFit(TrialTexts trials, EvidenceVersion version, Biomarkers biomarkers) {
        this.trials = trials;
        this.version = version;
        this.biomarkers = biomarkers;
    }

    /** Returns one line about the trial. */
    String line(Trial trial) {
        TreeSet<String> excluded = new TreeSet<>(trial.excludedBiomarkers());
        TreeSet<String> from = new TreeSet<>();
        for (Trial other : trials.all()) {
            if (trial.id().equals(other.updates()) && isShown(other)) {
                excluded.addAll(other.excludedBiomarkers());
                from.add(trials.text(other).source());
            }
        }
        String name = Markdown.line(trial.shortName());
        if (excluded.isEmpty()) {
            return "Drivers and " + name + ": the source states no rule on them.";
        }
        return "Drivers and " + name + ", which did not admit known carriers of some: " + rows(excluded)
                + (from.isEmpty() ? "" : " (later publication: " + String.join("; ", from) + ")") + ".";
    }

    private boolean isShown(Trial update) {
        return !update.excludedBiomarkers().isEmpty()
                && version.layer() == Layer.ALL
                && update.publishedBy(version.asOf());
    }

    private String rows(Collection<String> excluded) {
        List<String> rows = new ArrayList<>();
        for (Biomarkers.Marker marker : biomarkers.markers()) {
            if (excluded.contains(marker.id())) {
                rows.add(marker.name() + " " + state(marker));
            }
        }
        return String.join("; ", rows);
    }

    private static String state(Biomarkers.Marker marker) {
        if (marker.isOpen()) {
            return "unknown";
        }
        return marker.isPositive() ? "not met (found in this patient)" : "met (tested and not found)";
    }
}
