package io.nextline.cdshooks.request;

import com.fasterxml.jackson.core.JsonParser;
import io.nextline.cdshooks.prefetch.AnswerReader;
import io.nextline.cdshooks.prefetch.Prefetch;
import io.nextline.cdshooks.prefetch.PrefetchKey;
import io.nextline.cdshooks.prefetch.PrefetchState;
import io.nextline.core.fhir.QueryAnswer;
import io.nextline.core.fhir.RecordArea;
import io.nextline.core.fhir.RecordBuilder;
import io.nextline.core.fhir.RecordReader;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** Reads the values of {@code prefetch} in place and tells in which state each came. */
final class PrefetchReading {

    private final JsonParser parser;
    private final RecordReader resources;
    private final AnswerReader answers;
    private final RecordBuilder record;

    PrefetchReading(JsonParser parser, RecordReader resources, RecordBuilder record) {
        this.parser = parser;
        this.resources = resources;
        this.answers = new AnswerReader(resources);
        this.record = record;
    }

    Prefetch read() throws IOException {
        Map<PrefetchKey, PrefetchState> states = new EnumMap<>(PrefetchKey.class);
        Map<PrefetchKey, QueryAnswer> unread = new EnumMap<>(PrefetchKey.class);
        RequestFields fields = new RequestFields(parser, "prefetch");
        for (String name = fields.next(); name != null; name = fields.next()) {
            PrefetchKey key = PrefetchKey.named(name);
            if (key == null) {
                resources.readInto(parser, record, (RecordArea) null);
            } else {
                QueryAnswer answer = key.answer();
                states.put(key, answers.read(parser, record, answer));
                if (answer.next() != null) {
                    unread.put(key, answer);
                }
            }
        }
        return new Prefetch(states, unread);
    }
}
