package io.nextline.samples.playground.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.Provenance;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Changes of what and where the cancer is. */
final class DiseaseChanges {

    private static final String SNOMED = "http://snomed.info/sct";
    private static final String HISTOLOGY =
            "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior";

    /**
     * A histology to switch to.
     *
     * @param id how the facts name it
     * @param morphology its ICD-O-3 code
     * @param snomed the SNOMED CT code of the disease
     * @param text the disease in words
     */
    private record Histology(String id, String morphology, String snomed, String text) {}

    private static final List<Histology> KIDNEY = List.of(
            new Histology("chromophobe", "8317/3", "702391001", "Renal cell carcinoma, chromophobe"),
            new Histology("clear-cell", "8310/3", "254915003", "Clear cell carcinoma of kidney"));
    private static final List<Histology> LUNG = List.of(
            new Histology("squamous", "8070/3", "254634000", "Squamous cell carcinoma of lung"),
            new Histology("adenocarcinoma", "8140/3", "254626006", "Adenocarcinoma of lung"));

    private DiseaseChanges() {}

    static void switchHistology(Chart chart) {
        PatientFacts facts = chart.facts();
        Histology other = other(facts);
        Set<String> entries = new LinkedHashSet<>();
        facts.diagnosis().provenance().forEach(from -> entries.add(from.reference()));
        facts.diagnosis()
                .histology()
                .fold(Finding.Known::provenance, open -> List.<Provenance>of())
                .forEach(from -> entries.add(from.reference()));
        for (String entry : entries) {
            if (entry.startsWith("Condition/")) {
                chart.change(entry, "histology: " + other.text(), condition -> rewrite(condition, other));
            } else {
                chart.remove(entry, "it says another histology");
            }
        }
    }

    private static Histology other(PatientFacts facts) {
        List<Histology> choice = facts.diagnosis().is(DiagnosisType.NSCLC) ? LUNG : KIDNEY;
        boolean first = choice.get(0).id().equals(facts.diagnosis().histology().orNull());
        return choice.get(first ? 1 : 0);
    }

    /** Keeps the codes of ICD-10, which name the organ, and replaces what names the tissue. */
    private static void rewrite(ObjectNode condition, Histology histology) {
        ObjectNode code = condition.objectNode();
        ProgressionChanges.coding(code, SNOMED, histology.snomed(), histology.text());
        for (JsonNode coding : condition.path("code").path("coding")) {
            if (coding.path("system").asText().contains("icd-10")) {
                code.withArray("coding").add(coding);
            }
        }
        condition.set("code", code.put("text", histology.text()));
        ArrayNode extensions = condition.arrayNode();
        for (JsonNode extension : condition.path("extension")) {
            if (!extension.path("url").asText().equals(HISTOLOGY)) {
                extensions.add(extension);
            }
        }
        ObjectNode extension = extensions.addObject().put("url", HISTOLOGY);
        ProgressionChanges.coding(
                extension.putObject("valueCodeableConcept"),
                "http://terminology.hl7.org/CodeSystem/icd-o-3",
                histology.morphology(),
                histology.text());
        condition.set("extension", extensions);
    }

    static boolean lacksBrainMetastasis(PatientFacts facts) {
        return facts.diagnosis().type().orNull() != null
                && facts.metastaticSites().stream()
                        .noneMatch(site -> site.site().equals("brain"));
    }

    static void addBrainMetastasis(Chart chart) {
        ObjectNode condition = chart.object().put("resourceType", "Condition").put("id", "playground-brain");
        ProgressionChanges.coding(
                condition.putObject("clinicalStatus"),
                "http://terminology.hl7.org/CodeSystem/condition-clinical",
                "active",
                "Active");
        ProgressionChanges.coding(
                condition.putObject("verificationStatus"),
                "http://terminology.hl7.org/CodeSystem/condition-ver-status",
                "confirmed",
                "Confirmed");
        ProgressionChanges.coding(
                condition.putObject("code"), SNOMED, "94225005", "Metastatic malignant neoplasm to brain");
        condition.put("onsetDateTime", chart.asOf().toString());
        condition.put("recordedDate", chart.asOf().toString());
        chart.add(condition, "brain metastasis of " + chart.asOf());
    }
}
