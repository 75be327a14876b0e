package io.nextline.cdshooks.request;

import com.fasterxml.jackson.core.JsonParser;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import io.nextline.core.fhir.UnreadableRecordException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads CDS Hooks requests from a stream in one pass: fields may come in any order, unknown fields and extensions are passed
 * over, and no part of the body is held that is not needed. Immutable and thread-safe.
 */
public final class CdsRequestReader {

    private final RecordReader resources;

    /**
     * Makes a reader.
     *
     * @param limits how much it takes
     */
    public CdsRequestReader(ReadLimits limits) {
        this.resources = new RecordReader(limits);
    }

    /**
     * Reads one request to its end. The stream is not closed.
     *
     * @param body UTF-8 JSON
     * @throws IOException if the stream fails
     * @throws UnreadableRecordException if it is no JSON, is cut off or goes over a limit
     * @throws MalformedRequestException if a required field is missing, of the wrong type, or stands twice
     */
    public CdsRequest read(InputStream body) throws IOException {
        try (JsonParser parser = resources.open(body)) {
            return new RequestReading(parser, resources).read();
        } catch (IOException problem) {
            throw UnreadableRecordException.of(problem);
        }
    }
}
