package io.nextline.cdshooks.request;

import com.fasterxml.jackson.core.JsonParser;
import io.nextline.cdshooks.request.BodyBuffers.Taken;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import io.nextline.core.fhir.UnreadableRecordException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * Reads CDS Hooks requests in one pass: fields may come in any order, unknown fields and extensions are passed over, and
 * nothing is held that is not needed. Thread-safe; make one and keep it, because it keeps buffers.
 */
public final class CdsRequestReader {

    private final RecordReader resources;
    private final BodyBuffers buffers;

    /**
     * Makes a reader.
     *
     * @param limits how much it takes
     */
    public CdsRequestReader(ReadLimits limits) {
        this.resources = new RecordReader(limits);
        this.buffers = new BodyBuffers(2 * Runtime.getRuntime().availableProcessors(), limits.maxBytes());
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
        Taken taken = buffers.take(body);
        try (JsonParser parser = open(taken, body)) {
            return new RequestReading(parser, resources).read();
        } catch (IOException problem) {
            throw UnreadableRecordException.of(problem);
        } finally {
            buffers.giveBack(taken);
        }
    }

    private JsonParser open(Taken taken, InputStream rest) throws IOException {
        if (taken.isWhole()) {
            return resources.open(taken.bytes(), taken.length());
        }
        InputStream start = new ByteArrayInputStream(taken.bytes(), 0, taken.length());
        return resources.open(new SequenceInputStream(start, rest));
    }
}
