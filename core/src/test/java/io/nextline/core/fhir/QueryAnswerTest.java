package io.nextline.core.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** An answer that comes in pages covers its area once its last page was read, and not before. */
class QueryAnswerTest {

    private final RecordBuilder record = new RecordBuilder();
    private final QueryAnswer answer = new QueryAnswer(RecordArea.CONDITIONS, true);

    private void read(String page) {
        try (JsonParser parser = FhirJson.READER.open(page.getBytes(StandardCharsets.UTF_8))) {
            parser.nextToken();
            FhirJson.READER.readInto(parser, record, answer);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String page(int total, String next, String... ids) {
        StringBuilder json =
                new StringBuilder("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":" + total);
        if (next != null) {
            json.append(",\"link\":[{\"relation\":\"self\",\"url\":\"self\"},{\"relation\":\"next\",\"url\":\"")
                    .append(next)
                    .append("\"}]");
        }
        json.append(",\"entry\":[");
        for (int i = 0; i < ids.length; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"")
                    .append(ids[i])
                    .append("\"}}");
        }
        return json.append("]}").toString();
    }

    private Coverage.State coverage() {
        return record.build(null).coverage().of(RecordArea.CONDITIONS);
    }

    @Test
    void areaIsPartialUntilTheLastPageWasRead() {
        read(page(3, "second", "a", "b"));
        assertThat(answer.next()).isEqualTo("second");
        assertThat(coverage()).isEqualTo(Coverage.State.PARTIAL);
        assertThat(record.build(null).issues())
                .containsExactly(new ReadIssue(ReadIssue.Kind.FURTHER_PAGES, "Bundle", null, "Bundle.link"));

        read(page(3, null, "c"));
        assertThat(answer.next()).isNull();
        assertThat(coverage()).isEqualTo(Coverage.State.COMPLETE);
        assertThat(record.build(null).issues()).isEmpty();
    }

    @Test
    void totalCountsOverAllPages() {
        read(page(4, "second", "a", "b"));
        read(page(4, null, "c"));

        assertThat(coverage()).isEqualTo(Coverage.State.PARTIAL);
    }

    @Test
    void pageThatCannotBeReadLeavesTheLinkToIt() {
        read(page(3, "second", "a", "b"));
        read("{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\"}]}");

        assertThat(answer.next()).isEqualTo("second");
        assertThat(coverage()).isEqualTo(Coverage.State.PARTIAL);
    }

    @Test
    void pageOfOtherResourcesOnlyIsBesideTheQuestion() {
        read(page(2, "second", "a"));
        assertThat(answer.isBesideTheQuestion()).isFalse();

        read(page(2, null, "b").replace("\"Condition\"", "\"Observation\""));
        assertThat(answer.isBesideTheQuestion()).isTrue();
    }

    @Test
    void answerThatOnlyAddsToAnAreaWeakensItAndNeverCompletesIt() {
        QueryAnswer further = new QueryAnswer(RecordArea.MEDICATIONS, false);
        assertThat(further.answersForArea()).isFalse();
        assertThat(further.area()).isEqualTo(RecordArea.MEDICATIONS);
    }
}
