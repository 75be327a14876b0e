package io.nextline.cdshooks.request;

import com.fasterxml.jackson.core.JsonParser;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import io.nextline.core.fhir.UnreadableRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * Reads CDS Hooks requests in one pass: fields may come in any order, unknown fields and extensions are passed over, and
 * nothing is held that is not needed. Thread-safe; make one and keep it, because it keeps buffers.
 */
public final class CdsRequestReader {

    private final RecordReader resources;
    private final BodyMemory memory;

    /**
     * Makes a reader.
     *
     * @param limits how much it takes
     */
    public CdsRequestReader(ReadLimits limits) {
        this.resources = new RecordReader(limits);
        this.memory = new BodyMemory(2 * Runtime.getRuntime().availableProcessors(), limits.maxBytes());
    }

    /** Returns the memory for bodies, for those who take them in themselves. */
    public BodyMemory memory() {
        return memory;
    }

    /**
     * Reads one request to its end. The stream is not closed.
     *
     * @param body UTF-8 JSON; a {@link HeldBody} is read where it is, and not released
     * @throws IOException if the stream fails
     * @throws UnreadableRecordException if it is no JSON, is cut off or goes over a limit
     * @throws MalformedRequestException if a required field is missing, of the wrong type, or stands twice
     */
    public CdsRequest read(InputStream body) throws IOException {
        if (body instanceof HeldBody held) {
            return read(() -> resources.open(held.bytes(), held.length()));
        }
        HeldBody start = memory.begin(-1);
        try {
            boolean whole = start.fill(body);
            return read(() -> whole
                    ? resources.open(start.bytes(), start.length())
                    : resources.open(new SequenceInputStream(start, body)));
        } finally {
            start.release();
        }
    }

    private CdsRequest read(Opening opening) throws IOException {
        try (JsonParser parser = opening.open()) {
            return new RequestReading(parser, resources).read();
        } catch (IOException problem) {
            throw UnreadableRecordException.of(problem);
        }
    }

    @FunctionalInterface
    private interface Opening {
        JsonParser open() throws IOException;
    }
}
