package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.nextline.core.fhir.UnreadableRecordException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * Opens bytes as JSON within limits: counts them, and refuses what is not UTF-8 JSON with a reason of its own. What is in memory
 * is read by {@link Utf8JsonParser}, a stream by Jackson as it comes. Thread-safe.
 */
final class JsonInput {

    // A number that is passed over is never computed, so its length is no danger; what is read is judged in Numbers.
    private static final int LONGEST_NUMBER_PASSED_OVER = 1_000;

    private final ReadLimits limits;
    private final JsonFactory factory;

    JsonInput(ReadLimits limits) {
        this.limits = limits;
        this.factory = factory(limits);
    }

    /** Returns how many digits a number may have that is passed over. */
    static int longestNumber(ReadLimits limits) {
        return Math.max(LONGEST_NUMBER_PASSED_OVER, limits.maxNumberLength());
    }

    static JsonFactory factory(ReadLimits limits) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxDocumentLength(limits.maxBytes())
                .maxNestingDepth(limits.maxDepth())
                .maxStringLength(limits.maxTextLength())
                .maxNameLength(limits.maxNameLength())
                .maxNumberLength(longestNumber(limits))
                .maxTokenCount(limits.maxTokens())
                .build();
        return new JsonFactoryBuilder()
                .streamReadConstraints(constraints)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
    }

    JsonParser open(byte[] buffer, int length) {
        Objects.checkFromToIndex(0, length, buffer.length);
        if (length > limits.maxBytes()) {
            throw new UnreadableRecordException(Reason.TOO_LARGE);
        }
        checkStart(buffer, length);
        return new Utf8JsonParser(buffer, length, limits);
    }

    JsonParser open(InputStream json) throws IOException {
        byte[] start = json.readNBytes(4);
        checkStart(start, start.length);
        return factory.createParser(new Counted(start, json, limits.maxBytes()));
    }

    private static void checkStart(byte[] buffer, int length) {
        boolean zero = false;
        for (int i = 0; i < Math.min(length, 4); i++) {
            zero |= buffer[i] == 0;
        }
        boolean mark = length > 1 && (buffer[0] & 0xFE) == 0xFE && ((buffer[0] ^ buffer[1]) & 0xFF) == 1;
        if (zero || mark) {
            throw new UnreadableRecordException(Reason.NOT_UTF8);
        }
        if (firstOf(buffer, length) == '<') {
            throw new UnreadableRecordException(Reason.XML);
        }
    }

    // Past white space and the byte order mark.
    private static int firstOf(byte[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            byte b = buffer[i];
            boolean mark = b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t' && !mark) {
                return b;
            }
        }
        return -1;
    }

    /** The bytes already taken and the rest of the stream; refuses bytes that are not UTF-8 or too many, and is never closed. */
    private static final class Counted extends InputStream {

        private final InputStream start;
        private final InputStream rest;
        private final ForbiddenBytes forbidden = new ForbiddenBytes();
        private long left;

        Counted(byte[] start, InputStream rest, long limit) {
            this.start = new ByteArrayInputStream(start);
            this.rest = rest;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = start.read(into, offset, length);
            read = read < 0 ? rest.read(into, offset, length) : read;
            if (read > 0) {
                count(read);
                forbidden.check(into, offset, read);
            }
            return read;
        }

        private void count(int more) {
            left -= more;
            if (left < 0) {
                throw new UnreadableRecordException(Reason.TOO_LARGE);
            }
        }
    }
}
