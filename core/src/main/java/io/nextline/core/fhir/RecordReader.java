package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nextline.core.fhir.UnreadableRecordException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a patient's record from FHIR JSON (R4, R4B, R5), in one pass and one entry at a time. An entry that cannot be read is
 * set aside as a {@link ReadIssue} and the next one read; a date that is none is left out of its entry and noted. Names,
 * addresses, identifiers and narratives are passed over without being held. Immutable and thread-safe.
 */
public final class RecordReader {

    private final ReadLimits limits;
    private final JsonInput input;
    private final CalendarDays days = new CalendarDays();

    /**
     * Makes a reader.
     *
     * @param limits how much it takes
     */
    public RecordReader(ReadLimits limits) {
        this.limits = limits;
        this.input = new JsonInput(limits);
    }

    /** Returns a factory of parsers that keep the limits on depth, texts, names, tokens and, for streams, bytes. */
    public static JsonFactory factory(ReadLimits limits) {
        return JsonInput.factory(limits);
    }

    /**
     * Reads a record from a Bundle of any type, Parameters, a single resource, or several of these one after the other as in
     * NDJSON. A Bundle that was read to its end counts as the whole record; a page of one, or a single resource, does not.
     *
     * @param json UTF-8, with or without a byte order mark
     * @return the record; its patient is the only Patient resource, or the first of several
     * @throws UnreadableRecordException if it is no FHIR JSON, is cut off, or goes over a limit
     */
    public PatientRecord read(byte[] json) {
        try (JsonParser parser = open(json)) {
            return read(parser);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Reads a record as {@link #read(byte[])} does. The stream is not closed.
     *
     * @throws IOException if the stream fails
     * @throws UnreadableRecordException if it is no FHIR JSON, is cut off, or goes over a limit
     */
    public PatientRecord read(InputStream json) throws IOException {
        try (JsonParser parser = open(json)) {
            return read(parser);
        }
    }

    /**
     * Opens UTF-8 JSON within the limits, for a caller that walks through a larger message of which FHIR is a part. The parser
     * throws {@link UnreadableRecordException} where Jackson's own would throw a JSON exception.
     *
     * @throws UnreadableRecordException if there are too many bytes, or they are XML or not UTF-8
     */
    public JsonParser open(byte[] json) {
        return open(json, json.length);
    }

    /**
     * Opens the first bytes of a buffer, as {@link #open(byte[])} does. Nothing read refers to the buffer, so it may be used
     * again once the reading is done.
     *
     * @param length how many bytes of the buffer are JSON
     */
    public JsonParser open(byte[] buffer, int length) {
        return input.open(buffer, length);
    }

    /**
     * Opens a stream of UTF-8 JSON within the limits, which takes about half as long again as JSON in memory. Closing the parser
     * does not close the stream.
     *
     * @throws IOException if the stream fails
     * @throws UnreadableRecordException if there are too many bytes, or they are XML or not UTF-8
     */
    public JsonParser open(InputStream json) throws IOException {
        return input.open(json);
    }

    /**
     * Reads the value at which a parser stands (a resource, a Bundle, an OperationOutcome or null, as under a prefetch key) and
     * leaves the parser at the value's last token.
     *
     * @param parser stands at the value's first token
     * @param into takes the resources, the issues and the coverage
     * @param expected the area that was asked for, which is complete when all of the answer was read and partial when not; null
     *     for an answer that nobody asked for, which completes nothing
     * @throws IOException if the stream fails
     * @throws UnreadableRecordException if the JSON cannot be read on
     */
    public void readInto(JsonParser parser, RecordBuilder into, @Nullable RecordArea expected) throws IOException {
        Set<RecordArea> areas = expected == null ? Set.of() : Set.of(expected);
        DatatypeReader in = tokens(parser, into);
        readValue(new RecordReading(in, into, into::add, areas));
    }

    /**
     * Reads the value at which a parser stands as {@link #readInto(JsonParser, RecordBuilder, RecordArea)} does, as the answer to
     * a query or as its next page. A link to a further page is left in the answer, for the caller to follow or not.
     *
     * @param parser stands at the value's first token
     * @param into takes the resources, the issues and the coverage
     * @param answer what is being answered; the same for every page of it
     * @throws IOException if the stream fails
     * @throws UnreadableRecordException if the JSON cannot be read on
     */
    public void readInto(JsonParser parser, RecordBuilder into, QueryAnswer answer) throws IOException {
        DatatypeReader in = tokens(parser, into);
        into.follow(answer);
        readValue(new RecordReading(in, into, answer));
    }

    private static void readValue(RecordReading reading) throws IOException {
        try {
            reading.value();
        } catch (IOException problem) {
            throw UnreadableRecordException.of(problem);
        }
    }

    /**
     * Reads the resources of the value at which a parser stands, for example drafted orders, and leaves the parser at the
     * value's last token.
     *
     * @param parser stands at the value's first token
     * @param issues takes what could not be read
     * @return the resources in the order sent
     * @throws IOException if the stream fails
     * @throws UnreadableRecordException if the JSON cannot be read on
     */
    public List<Resource> readResources(JsonParser parser, List<ReadIssue> issues) throws IOException {
        List<Resource> resources = new ArrayList<>();
        RecordBuilder apart = new RecordBuilder();
        DatatypeReader in = tokens(parser, apart);
        try {
            new RecordReading(in, apart, resources::add, Set.of()).value();
        } catch (IOException problem) {
            throw UnreadableRecordException.of(problem);
        }
        issues.addAll(apart.issues());
        return resources;
    }

    private DatatypeReader tokens(JsonParser parser, RecordBuilder into) {
        return new DatatypeReader(JsonTokens.of(parser), limits, into.shared(), days);
    }

    /** Reads a record from a parser that stands before the first token. */
    PatientRecord read(JsonParser parser) throws IOException {
        RecordBuilder record = new RecordBuilder();
        DatatypeReader in = tokens(parser, record);
        RecordReading reading = new RecordReading(in, record, record::add, EnumSet.allOf(RecordArea.class));
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new UnreadableRecordException(Reason.EMPTY);
            }
            for (; token != null; token = parser.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    throw new UnreadableRecordException(Reason.NOT_FHIR, parser.currentTokenLocation());
                }
                reading.value();
            }
        } catch (IOException problem) {
            throw UnreadableRecordException.of(problem);
        }
        return record.build(null);
    }
}
