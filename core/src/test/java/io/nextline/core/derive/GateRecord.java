package io.nextline.core.derive;

import com.fasterxml.jackson.core.JsonParser;
import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import io.nextline.core.fhir.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** FHIR entries written as JSON with single quotes, for tests of what the gate lets through. */
final class GateRecord {

    private static final RecordReader READER = new RecordReader(ReadLimits.forFiles());

    private GateRecord() {}

    /** Returns the one resource that is written. */
    static <T extends Resource> T resource(Class<T> type, String json) {
        List<ReadIssue> issues = new ArrayList<>();
        try (JsonParser parser = READER.open(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8))) {
            parser.nextToken();
            List<Resource> read = READER.readResources(parser, issues);
            if (!issues.isEmpty() || read.size() != 1) {
                throw new IllegalArgumentException(json + " " + issues);
            }
            return type.cast(read.get(0));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
