package io.nextline.samples.patients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.cdshooks.card.CardRenderer;
import io.nextline.cdshooks.card.ResponseWriter;
import io.nextline.core.Nextline;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.Layer;
import io.nextline.core.fhir.DraftOrders;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cards about lung cancer say first what is known of its drivers, and hold them against whom the trial took. */
@Tag("HZ-18")
@Tag("HZ-18")
final class DriverCardTest {

    private static final Nextline NEXTLINE = Nextline.load();
    private static final ResponseWriter RESPONSES = new ResponseWriter(new CardRenderer(NEXTLINE.evidence()));

    private static JsonNode response(String folder, Layer layer) throws IOException {
        SamplePatient patient = SamplePatient.all().stream()
                .filter(sample -> sample.name().equals(folder))
                .findFirst()
                .orElseThrow();
        EvidenceReport report = NEXTLINE.evaluate(
                new RecordReader(ReadLimits.forFiles()).read(patient.bundle()),
                DraftOrders.NONE,
                patient.asOf(),
                layer);
        return SamplePatient.MAPPER.readTree(RESPONSES.write(report, "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea"));
    }

    private static String detail(String folder, Layer layer) throws IOException {
        return response(folder, layer).path("cards").path(0).path("detail").asText();
    }

    @Test
    void driverThatWasFoundStandsFirstAndIsHeldAgainstTheTrial() throws IOException {
        String detail = detail("28-nsclc-egfr", Layer.ALL);
        assertThat(detail)
                .startsWith(
                        "**Drivers of the tumour:** not known in the record: ROS1, BRAF, KRAS G12C, MET, RET, NTRK, HER2."
                                + " Found: EGFR exon 19 deletion (2024-06-14). Tested and not found: ALK.")
                .contains(
                        "- Drivers and CONTACT-01, which did not admit known carriers of some: EGFR not met (found in this"
                                + " patient); ALK met (tested and not found) (later publication: ")
                .contains("NCT04471428");
    }

    @Test
    void untestedDriverIsUnknownAndNeverMet() throws IOException {
        String detail = detail("29-nsclc-alk-not-known", Layer.ALL);
        assertThat(detail)
                .startsWith("**Drivers of the tumour:** not known in the record: ALK, ROS1,")
                .contains("EGFR met (tested and not found); ALK unknown");
    }

    @Test
    void seedLayerSaysThatItsSourceStatesNoRule() throws IOException {
        assertThat(detail("28-nsclc-egfr", Layer.SEED))
                .contains("- Drivers and CONTACT-01: the source states no rule on them.")
                .doesNotContain("did not admit");
    }

    @Test
    void unknownDriversAreNamedAsMissingAndDecideNothing() throws IOException {
        JsonNode assessment =
                response("29-nsclc-alk-not-known", Layer.ALL).path("extension").path("io.nextline.assessment");
        JsonNode gap = null;
        for (JsonNode missing : assessment.path("missing")) {
            gap = missing.path("fact").asText().equals("biomarkers") ? missing : gap;
        }
        assertThat(gap).isNotNull();
        assertThat(gap.path("decides")).isEmpty();
        assertThat(gap.path("details").toString())
                .contains("ALK, ROS1, BRAF, KRAS G12C, MET, RET, NTRK, HER2: no result in the record")
                .doesNotContain("EGFR");
    }
}
