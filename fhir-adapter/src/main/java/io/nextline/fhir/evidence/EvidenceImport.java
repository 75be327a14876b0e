package io.nextline.fhir.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.core.trial.EvidenceException;
import io.nextline.core.trial.Problem;
import io.nextline.core.trial.Trial;
import io.nextline.core.trial.TrialReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads trials from R5 resources in the shape that {@link EvidenceExport} writes. Nothing is lost on the way: a trial is written
 * as FHIR again, and whatever then differs from what was read is a problem. Safe for concurrent use.
 */
public final class EvidenceImport {
    private static final Set<String> ONLY_R4 = Set.of("EffectEvidenceSynthesis", "RiskEvidenceSynthesis");

    /**
     * A trial that was read.
     *
     * @param fileName the name of its file in the folder of trials
     * @param json the content of the file
     * @param trial what the file says
     */
    public record ImportedTrial(String fileName, String json, Trial trial) {}

    /**
     * Reads every {@code ResearchStudy} of the files and what it names; other resources are left aside.
     *
     * @param files JSON by file name: resources, or Bundles of them
     * @return the trials in the order of their ids
     * @throws EvidenceException naming every problem of every file, if there is any
     */
    public List<ImportedTrial> read(Map<String, byte[]> files) {
        List<Problem> problems = new ArrayList<>();
        FhirPool pool = new FhirPool(files, problems);
        refuseR4(pool, problems);
        List<ImportedTrial> trials = problems.isEmpty() ? studies(pool, problems) : List.of();
        if (!problems.isEmpty()) {
            throw new EvidenceException(problems);
        }
        return trials;
    }

    private static void refuseR4(FhirPool pool, List<Problem> problems) {
        pool.resources().forEach((reference, resource) -> {
            boolean old = ONLY_R4.contains(resource.path("resourceType").asText())
                    || (reference.startsWith("ResearchStudy/") && (resource.has("arm") || resource.has("enrollment")));
            if (old) {
                problems.add(new Problem(
                        pool.file(reference),
                        reference,
                        "is FHIR R4, which cannot carry a whole trial (follow-up, shares of the patients enrolled and"
                                + " derived figures are words there); give R5, as export --fhir r5 writes it"));
            }
        });
    }

    private static List<ImportedTrial> studies(FhirPool pool, List<Problem> problems) {
        List<ImportedTrial> trials = new ArrayList<>();
        Set<String> kept = new HashSet<>();
        pool.resources().forEach((reference, resource) -> {
            if (reference.startsWith("ResearchStudy/")) {
                study(pool, reference, resource, problems).ifPresent(imported -> {
                    trials.add(imported);
                    kept.addAll(new LossCheck(pool, problems).check(imported.trial()));
                });
            }
        });
        if (trials.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem("FHIR", "$", "holds no ResearchStudy; give R5 resources as export writes them"));
        }
        if (problems.isEmpty()) {
            strayEvidence(pool, kept, problems);
        }
        return trials;
    }

    private static Optional<ImportedTrial> study(
            FhirPool pool, String reference, JsonNode resource, List<Problem> problems) {
        int before = problems.size();
        ObjectNode tree = new StudyReader(pool, reference, new FhirNode(resource)).trial();
        byte[] json = FhirJson.bytes(tree);
        List<Problem> found = new ArrayList<>();
        Optional<Trial> trial = new TrialReader().read(reference, json, found);
        found.forEach(each -> problems.add(
                new Problem(pool.file(reference), reference + ", read as " + each.path(), each.message())));
        return problems.size() > before
                ? Optional.empty()
                : trial.map(read -> new ImportedTrial(
                        FhirId.of(read.id()) + ".json", new String(json, StandardCharsets.UTF_8), read));
    }

    /** Figures that no study names would be lost without a word. */
    private static void strayEvidence(FhirPool pool, Set<String> kept, List<Problem> problems) {
        pool.resources().keySet().stream()
                .filter(reference -> reference.startsWith("Evidence/") && !kept.contains(reference))
                .forEach(reference -> problems.add(new Problem(
                        pool.file(reference),
                        reference,
                        "belongs to no ResearchStudy; name it there as relatedArtifact of type composed-of")));
    }
}
