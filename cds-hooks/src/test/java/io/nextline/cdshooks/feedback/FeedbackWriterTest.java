package io.nextline.cdshooks.feedback;

import static io.nextline.cdshooks.feedback.SampleFeedback.DISAGREE;
import static io.nextline.cdshooks.feedback.SampleFeedback.KIND;
import static io.nextline.cdshooks.feedback.SampleFeedback.accepted;
import static io.nextline.cdshooks.feedback.SampleFeedback.overridden;
import static io.nextline.cdshooks.feedback.SampleFeedback.received;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackWriterTest {

    private static final String HEADER =
            "receivedAt,outcomeTimestamp,service,issuer,tenant,card,statements,cardEvidence,"
                    + "serviceEvidence,outcome,acceptedSuggestions,reasonCode,reasonSystem,reasonDisplay,userComment\r\n";
    private static final String ROW = "2026-11-21T12:00:00.123Z,2026-11-21T11:59:57.123Z,nextline-patient-view,"
            + "https://ehr.example,north,9368d37b-283f-54a0-93ea-547cebab93ed,DS-1 DS-12,2026.11 seed+update,2026.11,"
            + "overridden,,disagree,https://example.com/reasons,Disagree,";

    private static String csv(KeptFeedback... kept) {
        StringBuilder text = new StringBuilder();
        FeedbackWriter writer = FeedbackWriter.csv(text);
        writer.begin();
        List.of(kept).forEach(writer);
        return text.toString();
    }

    private static String ndjson(KeptFeedback kept) {
        StringBuilder text = new StringBuilder();
        FeedbackWriter writer = FeedbackWriter.ndjson(text);
        writer.begin();
        writer.accept(kept);
        return text.toString();
    }

    @Test
    void csvHasAHeaderAndOneRowForEach() {
        assertThat(csv()).isEqualTo(HEADER);
        assertThat(csv(new KeptFeedback(received(overridden("no")), KIND))).isEqualTo(HEADER + ROW + "no\r\n");
    }

    @Test
    void csvQuotesWhatWouldBreakTheRow() {
        assertThat(csv(new KeptFeedback(received(overridden("a, \"b\" c")), KIND)))
                .isEqualTo(HEADER + ROW + "\"a, \"\"b\"\" c\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49", "-1", "@sum", "\tx", "\rx", "=cmd|' /C calc'!A0", "=HYPERLINK(\"x\",\"y\")"})
    void csvHoldsNoFormula(String comment) {
        String cell = CsvWriter.cell(comment);

        assertThat(cell.startsWith("\"") ? cell.substring(1) : cell).startsWith("'" + comment.charAt(0));
    }

    @Test
    void headerNamesTheFieldsInTheirOrder() {
        assertThat(ExportFields.of(new KeptFeedback(received(accepted()), KIND)).keySet())
                .containsExactlyElementsOf(CsvWriter.COLUMNS);
    }

    @Test
    void ndjsonHasOneObjectALineAndLeavesOutWhatIsAbsent() {
        assertThat(ndjson(new KeptFeedback(received(accepted()), null)))
                .isEqualTo(
                        "{\"receivedAt\":\"2026-11-21T12:00:00.123Z\",\"outcomeTimestamp\":\"2026-11-21T11:59:55.123Z\","
                                + "\"service\":\"nextline-patient-view\",\"issuer\":\"https://ehr.example\",\"tenant\":\"north\","
                                + "\"card\":\"9368d37b-283f-54a0-93ea-547cebab93ed\",\"serviceEvidence\":\"2026.11\","
                                + "\"outcome\":\"accepted\",\"acceptedSuggestions\":[\"e56e1945-20b3-4393-8503-a1a20fd73152\"]}\n");
        assertThat(ndjson(new KeptFeedback(received(overridden("a\n\"b\"")), KIND)))
                .contains("\"statements\":[\"DS-1\",\"DS-12\"],\"cardEvidence\":\"2026.11 seed+update\"")
                .contains("\"reasonCode\":\"" + DISAGREE.code() + "\"")
                .endsWith("\"userComment\":\"a\\n\\\"b\\\"\"}\n")
                .hasLineCount(1);
    }

    @Test
    void statementsAreOrderedByNumber() {
        List<String> sorted = List.of("UPD-1", "DS-10", "", "DS-2", "local", "DS-1").stream()
                .sorted(StatementIds.ORDER)
                .toList();

        assertThat(sorted).containsExactly("", "DS-1", "DS-2", "DS-10", "UPD-1", "local");
    }
}
