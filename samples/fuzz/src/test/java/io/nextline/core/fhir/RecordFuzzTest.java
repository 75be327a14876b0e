package io.nextline.core.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The record is read, or refused as unreadable; both tokenisers agree; a date means an interval, a number itself. */
class RecordFuzzTest {

    private static final ReadLimits LIMITS = ReadLimits.forRequests();
    private static final RecordReader READER = new RecordReader(LIMITS);

    @FuzzTest(maxDuration = "1m")
    void bothDoorsReadTheSameRecord(byte[] json) throws IOException {
        PatientRecord fromBytes = read(json);
        PatientRecord fromStream = null;
        try {
            fromStream = READER.read(new ByteArrayInputStream(json));
        } catch (UnreadableRecordException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
        assertThat(fromBytes).isEqualTo(fromStream);
        assertThat(read(json)).isEqualTo(fromBytes);
    }

    private static @Nullable PatientRecord read(byte[] json) {
        try {
            return READER.read(json);
        } catch (UnreadableRecordException refused) {
            return null;
        }
    }

    @FuzzTest(maxDuration = "1m")
    void bothTokenisersSeeTheSame(byte[] json) {
        List<String> ours = tokens(() -> READER.open(json));
        List<String> jacksons = tokens(() -> READER.open(new ByteArrayInputStream(json)));

        assertThat(ours.contains("refused")).isEqualTo(jacksons.contains("refused"));
        if (!ours.contains("refused")) {
            assertThat(ours).isEqualTo(jacksons);
        }
    }

    private interface Opening {
        JsonParser open() throws IOException;
    }

    private static List<String> tokens(Opening opening) {
        List<String> tokens = new ArrayList<>();
        try (JsonParser parser = opening.open()) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                tokens.add(token + "|" + parser.currentName() + "|" + parser.getText());
            }
        } catch (IOException | UnreadableRecordException refused) {
            tokens.add("refused");
        }
        return tokens;
    }

    @FuzzTest(maxDuration = "1m")
    void dateIsAnIntervalOrNone(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        FhirDate date = FhirDate.parse(text);
        if (date != null) {
            assertThat(text).startsWith(date.text());
            assertThat(date.latest()).isBeforeOrEqualTo(date.earliest().plusYears(1));
            assertThat(FhirDate.parse(date.text())).isEqualTo(date);
        }
    }

    @FuzzTest(maxDuration = "1m")
    void numberIsItselfOrRefused(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.matches("-?(0|[1-9][0-9]{0,60})(\\.[0-9]{1,60})?([eE][+-]?[0-9]{1,12})?")) {
            BigDecimal number = Numbers.decimal(text, LIMITS);
            if (number != null) {
                assertThat(number).isEqualByComparingTo(new BigDecimal(text));
                assertThat(number.toString()).hasSizeLessThan(100);
            }
        }
    }
}
