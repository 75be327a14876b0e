package io.nextline.cdshooks.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nextline.cdshooks.prefetch.Prefetch;
import io.nextline.cdshooks.prefetch.PrefetchKey;
import io.nextline.cdshooks.prefetch.PrefetchState;
import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.RecordArea;
import io.nextline.core.fhir.RecordBuilder;
import io.nextline.core.fhir.RecordReader;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the values of {@code prefetch} in place and tells in which state each came. */
final class PrefetchReading {

    private final JsonParser parser;
    private final RecordReader resources;
    private final RecordBuilder record;

    PrefetchReading(JsonParser parser, RecordReader resources, RecordBuilder record) {
        this.parser = parser;
        this.resources = resources;
        this.record = record;
    }

    Prefetch read() throws IOException {
        Map<PrefetchKey, PrefetchState> states = new EnumMap<>(PrefetchKey.class);
        RequestFields fields = new RequestFields(parser, "prefetch");
        for (String name = fields.next(); name != null; name = fields.next()) {
            PrefetchKey key = PrefetchKey.named(name);
            PrefetchState state = value(key);
            if (key != null) {
                states.put(key, state);
            }
        }
        return new Prefetch(states);
    }

    private PrefetchState value(@Nullable PrefetchKey key) throws IOException {
        boolean isNull = parser.currentToken() == JsonToken.VALUE_NULL;
        int entries = record.size();
        int issues = record.issues().size();
        RecordArea area = key == null || !key.answersForArea() ? null : key.area();
        resources.readInto(parser, record, area);
        PrefetchState state = isNull ? PrefetchState.NULL : state(record.size() - entries, issues);
        if (key != null && (state == PrefetchState.PAGED || !state.isUsable())) {
            record.partial(key.area());
        }
        return state;
    }

    // An issue within an entry weakens its area, which the reader sees to; it is no state of the answer as a whole.
    private PrefetchState state(int added, int issuesBefore) {
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
