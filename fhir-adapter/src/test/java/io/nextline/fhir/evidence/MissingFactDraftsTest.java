package io.nextline.fhir.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The observations that cards offer to record pass HL7's validator, against R4 itself; mCODE's package cannot be had offline. */
final class MissingFactDraftsTest {

    private static final Path DRAFTS = Path.of("../cds-hooks/src/test/resources/io/nextline/cdshooks/drafts");

    @Test
    void draftsOfMissingFactsPassTheOfficialValidator() throws IOException {
        OfficialValidator validator = OfficialValidator.ofKnownProfilesOnly(FhirVersion.R4);
        for (String fact : List.of("performance-status", "progression", "stage")) {
            ObjectNode draft = (ObjectNode)
                    new ObjectMapper().readTree(DRAFTS.resolve(fact + ".json").toFile());

            assertThat(validator.errors(new FhirResource(draft.put("id", fact))))
                    .isEmpty();
        }
    }
}
