package io.nextline.fhir.evidence;

import io.nextline.core.criterion.Criterion;
import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes the evidence base as FHIR resources: trials, populations, arms, results, sources, decision statements, and what is
 * needed to read them (code systems, extensions, a manifest). Same base, same bytes. Safe for concurrent use.
 */
public final class EvidenceExport {
    private final Function<Criterion, String> words;

    /**
     * Takes what writes the conditions of statements.
     *
     * @param words says in words whom a criterion is about
     */
    public EvidenceExport(Function<Criterion, String> words) {
        this.words = words;
    }

    /**
     * Returns every resource, ordered by type and id. The one {@code Library} lists all others.
     *
     * @throws IllegalArgumentException if two names of the base would get the same id
     */
    public List<FhirResource> resources(EvidenceBase base, FhirVersion version) {
        Metadata metadata = new Metadata(base.version(), version, new OwnCodes());
        List<FhirObject> resources = new ArrayList<>();
        for (Trial trial : base.trials()) {
            resources.addAll(trial(metadata, trial));
        }
        resources.addAll(new StatementMapper(metadata, words).statements(base));
        resources.addAll(metadata.codes().codeSystems(metadata));
        resources.addAll(new ExtensionDefinitions(metadata).definitions());
        List<FhirResource> sorted = sorted(resources);
        List<FhirResource> all = new ArrayList<>(sorted);
        all.add(Manifest.library(metadata, sorted));
        return List.copyOf(all);
    }

    /** Returns the resources of one trial. */
    static List<FhirObject> trial(Metadata metadata, Trial trial) {
        return metadata.r4() ? r4(metadata, trial) : r5(metadata, trial);
    }

    private static List<FhirObject> r5(Metadata metadata, Trial trial) {
        List<FhirObject> evidence = new EvidenceMapper(metadata).evidence(trial);
        List<FhirObject> resources = new ArrayList<>();
        resources.add(new StudyMapper(metadata).study(trial, evidence));
        resources.add(new CitationMapper(metadata).citation(trial));
        resources.addAll(new PopulationMapper(metadata).groups(trial));
        resources.addAll(new VariableMapper(metadata).variables(trial));
        resources.addAll(evidence);
        return resources;
    }

    /** What a source only names may be an article and no study; R4 has no state for that, so only the source is written. */
    private static List<FhirObject> r4(Metadata metadata, Trial trial) {
        if (trial.status() == Trial.Status.CITED) {
            return List.of(R4StudyMapper.source(metadata, trial));
        }
        List<FhirObject> syntheses = new R4SynthesisMapper(metadata).syntheses(trial);
        List<FhirObject> resources = new ArrayList<>();
        resources.add(new R4StudyMapper(metadata).study(trial, syntheses));
        resources.add(R4StudyMapper.source(metadata, trial));
        resources.addAll(new PopulationMapper(metadata).groups(trial));
        resources.addAll(new R4VariableMapper(metadata).variables(trial));
        resources.addAll(syntheses);
        return resources;
    }

    /** Returns a Bundle that puts every resource into a FHIR server, each under its own id. */
    public FhirResource bundle(List<FhirResource> resources) {
        return Manifest.bundle(resources);
    }

    private static List<FhirResource> sorted(List<FhirObject> resources) {
        Map<String, FhirResource> byReference = new TreeMap<>();
        for (FhirObject each : resources) {
            FhirResource resource = new FhirResource(each.tree());
            if (byReference.put(resource.reference(), resource) != null) {
                throw new IllegalArgumentException(
                        "two names of the evidence base give " + resource.reference() + "; rename one of them");
            }
        }
        return byReference.values().stream().collect(Collectors.toUnmodifiableList());
    }
}
