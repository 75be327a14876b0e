package io.nextline.cdshooks.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.nextline.cdshooks.SamplePatient;
import io.nextline.core.fact.PatientFacts;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A line whose place is open is told as a range, on the card and in the account. */
@Tag("HZ-01")
class LineRangeTest {

    private final PatientFacts open = new SamplePatient().withLineBetween(2, 3).facts();

    @Test
    void theCardTellsTheRange() {
        assertThat(FactsText.why(open)).contains("- line 2 or 3 (setting: advanced)");
    }

    @Test
    void theAccountGivesTheRangeInPlaceOfTheLine() throws IOException {
        assertThat(written(open)).contains("\"lineRange\":[2,3]").doesNotContain("\"line\":");
        assertThat(written(new SamplePatient().facts())).contains("\"line\":1").doesNotContain("lineRange");
    }

    private static String written(PatientFacts facts) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            new FactsWriter(json).write(facts);
            json.writeEndObject();
        }
        return text.toString();
    }
}
