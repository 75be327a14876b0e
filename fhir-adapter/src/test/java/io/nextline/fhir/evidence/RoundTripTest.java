package io.nextline.fhir.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.trial.EvidenceException;
import io.nextline.core.trial.Trial;
import io.nextline.core.trial.TrialWriter;
import io.nextline.fhir.evidence.EvidenceImport.ImportedTrial;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is exported reads back as the same trials, and what would be lost is refused. */
final class RoundTripTest {

    private static final EvidenceBase BASE = EvidenceBase.bundled();
    private static final EvidenceExport EXPORT = new EvidenceExport(String::valueOf);

    @Test
    void everyTrialComesBackFromItsFilesAsItWas() throws IOException {
        List<ImportedTrial> read = new EvidenceImport().read(files(FhirVersion.R5));

        List<Trial> trials =
                read.stream().map(ImportedTrial::trial).sorted(Trial.ORDER).toList();
        assertThat(trials).hasSameSizeAs(BASE.trials());
        for (int i = 0; i < trials.size(); i++) {
            assertThat(json(trials.get(i))).isEqualTo(json(BASE.trials().get(i)));
        }
        assertThat(trials).isEqualTo(BASE.trials());
    }

    @Test
    void theManifestBundleHoldsTheSameTrials() {
        FhirResource bundle = EXPORT.bundle(EXPORT.resources(BASE, FhirVersion.R5));

        List<ImportedTrial> read = new EvidenceImport().read(Map.of("bundle.json", bundle.bytes()));

        assertThat(read.stream().map(ImportedTrial::trial).sorted(Trial.ORDER)).isEqualTo(BASE.trials());
    }

    @Test
    void sameBaseGivesTheSameBytes() {
        for (FhirVersion version : FhirVersion.values()) {
            assertThat(EXPORT.bundle(EXPORT.resources(BASE, version)).bytes())
                    .isEqualTo(EXPORT.bundle(EXPORT.resources(EvidenceBase.bundled(), version))
                            .bytes());
        }
    }

    @Test
    void anIntervalKeepsItsOwnLevelAndArms() {
        String evidence = text(FhirVersion.R5, "Evidence-checkmate-025-os.json");

        assertThat(evidence)
                .contains("\"level\": 98.5", "\"value\": 0.73", "\"value\": 0.57", "\"value\": 0.93")
                .contains("Hazard ratio, HR 0.73 (98.5% CI 0.57-0.93), p = 0.002: Nivolumab against Everolimus.")
                .contains("EvidenceVariable/checkmate-025-arm-everolimus");
    }

    @Test
    void aBoundThatCouldNotBeEstimatedHasNoNumber() {
        String evidence = text(FhirVersion.R5, "Evidence-contact-03-os-cabozantinib.json");

        assertThat(evidence).contains("median not evaluable (95% CI 21.1-not evaluable)", "data-absent-reason");
        assertThat(evidence.split("\"value\": ", -1)).hasSize(4);
    }

    @Test
    void aNumberThatIsNotTheOnePrintedIsRefused() {
        refused(
                "Evidence-contact-03-pfs.json",
                "\"value\": 1.03",
                "\"value\": 1.04",
                "ResearchStudy-contact-03.json: ResearchStudy/contact-03, read as $.results[0].effect: the printed text lacks 1.04");
    }

    @Test
    void aTextThatContradictsTheNumbersIsRefused() {
        refused(
                "Evidence-contact-03-pfs.json",
                "HR 1.03",
                "HR 0.03",
                "Evidence-contact-03-pfs.json: Evidence/contact-03-pfs description: does not fit");
    }

    @Test
    void aRatingThatATrialFileCannotKeepIsRefused() {
        refused(
                "Evidence-contact-03-pfs.json",
                "\"status\": \"active\"",
                "\"status\": \"active\", \"certainty\": [{\"rater\": \"us\"}]",
                "certainty: cannot be kept");
    }

    @Test
    void aNameThatLeadsNowhereIsToldWithItsFile() {
        Map<String, byte[]> files = files(FhirVersion.R5);
        files.remove("Evidence-contact-03-os.json");
        files.remove("Citation-axis.json");

        assertThatThrownBy(() -> new EvidenceImport().read(files))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining(
                        "ResearchStudy-contact-03.json: ResearchStudy/contact-03: names Evidence/contact-03-os")
                .hasMessageContaining("ResearchStudy-axis.json: ResearchStudy/axis: names Citation/axis");
    }

    @Test
    void evidenceThatNoStudyNamesIsRefused() {
        Map<String, byte[]> files = files(FhirVersion.R5);
        String stray = new String(files.get("Evidence-contact-03-os.json"), StandardCharsets.UTF_8);
        files.put("stray.json", stray.replace("\"contact-03-os\"", "\"stray\"").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> new EvidenceImport().read(files))
                .hasMessageContaining("stray.json: Evidence/stray: belongs to no ResearchStudy");
    }

    @Test
    void r4IsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> new EvidenceImport().read(files(FhirVersion.R4)))
                .hasMessageContaining("is FHIR R4")
                .hasMessageContaining("export --fhir r5");
    }

    private static void refused(String file, String from, String to, String message) {
        Map<String, byte[]> files = files(FhirVersion.R5);
        String json = new String(files.get(file), StandardCharsets.UTF_8);
        assertThat(json).contains(from);
        files.put(file, json.replace(from, to).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> new EvidenceImport().read(files))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining(message);
    }

    private static Map<String, byte[]> files(FhirVersion version) {
        Map<String, byte[]> files = new TreeMap<>();
        EXPORT.resources(BASE, version).forEach(each -> files.put(each.fileName(), each.bytes()));
        return files;
    }

    private static String text(FhirVersion version, String file) {
        return new String(files(version).get(file), StandardCharsets.UTF_8);
    }

    private static String json(Trial trial) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TrialWriter().write(List.of(trial), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
