package io.nextline.cdshooks.prefetch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nextline.core.fhir.QueryAnswer;
import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.RecordBuilder;
import io.nextline.core.fhir.RecordReader;
import io.nextline.core.fhir.UnreadableRecordException;
import java.io.IOException;
import java.util.List;

/**
 * Reads the answer to a query in place and tells in which state it came. Data that the client sent and data that were fetched
 * go through here alike, so that both mean the same. Immutable and thread-safe.
 */
public final class AnswerReader {

    private final RecordReader resources;

    /**
     * Makes a reader.
     *
     * @param resources reads the resources, within its limits
     */
    public AnswerReader(RecordReader resources) {
        this.resources = resources;
    }

    /**
     * Reads one page of an answer. An answer that is not usable leaves its area of the record partial.
     *
     * @param parser stands at the first token of the page; it is left at the last one
     * @param record takes what is read
     * @param answer what is being answered; the same for every page of it
     * @throws IOException if the stream fails
     * @throws UnreadableRecordException if the JSON cannot be read on, or goes over a limit
     */
    public PrefetchState read(JsonParser parser, RecordBuilder record, QueryAnswer answer) throws IOException {
        boolean isNull = parser.currentToken() == JsonToken.VALUE_NULL;
        int entries = record.size();
        int issues = record.issues().size();
        resources.readInto(parser, record, answer);
        PrefetchState state = isNull ? PrefetchState.NULL : state(record, record.size() - entries, issues, answer);
        if (state == PrefetchState.PAGED ? answer.next() == null : !state.isUsable()) {
            record.partial(answer.area());
        }
        return state;
    }

    // An issue within an entry weakens its area, which the reader sees to; it is no state of the answer as a whole.
    private static PrefetchState state(RecordBuilder record, int added, int issuesBefore, QueryAnswer answer) {
        if (answer.isBesideTheQuestion()) {
            return PrefetchState.UNREADABLE;
        }
        if (answer.next() != null) {
            return PrefetchState.PAGED;
        }
        if (added == 0) {
            return PrefetchState.EMPTY;
        }
        List<ReadIssue> all = record.issues();
        List<ReadIssue> issues = all.subList(issuesBefore, all.size());
        if (holds(issues, ReadIssue.Kind.FURTHER_PAGES)) {
            return PrefetchState.PAGED;
        }
        if (added > issues.size()) {
            return PrefetchState.SUPPLIED;
        }
        return holds(issues, ReadIssue.Kind.OPERATION_OUTCOME) ? PrefetchState.FAILED : PrefetchState.UNREADABLE;
    }

    private static boolean holds(List<ReadIssue> issues, ReadIssue.Kind kind) {
        return issues.stream().anyMatch(issue -> issue.kind() == kind);
    }
}
