package io.nextline.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.nextline.core.fhir.ReadLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** JSON in memory on its way from HAPI's objects to core's reader. Not thread-safe. */
final class WrittenJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int FIRST_SIZE = 8 * 1024;

    // What HAPI wraps resources in takes some levels of its own.
    private static final int WRAPPING = 8;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(FIRST_SIZE);
    private final JsonGenerator out;
    private final ResourceWriter writer;

    WrittenJson(Structures structures, ReadLimits limits) throws IOException {
        this.out = FACTORY.createGenerator(bytes);
        this.writer = new ResourceWriter(structures, limits.maxDepth(), out);
    }

    /**
     * Returns the limits for reading what was written: the caller's on texts, depth and entries. The size is the objects' own,
     * and numbers may have all the digits that an exponent within the limits stands for, since HAPI writes them out.
     */
    static ReadLimits readBack(ReadLimits limits) {
        int digits = limits.maxNumberLength() + limits.maxExponent();
        return new ReadLimits(
                Long.MAX_VALUE,
                limits.maxDepth() + WRAPPING,
                limits.maxTextLength(),
                limits.maxNameLength(),
                digits,
                digits,
                Long.MAX_VALUE,
                limits.maxEntries());
    }

    JsonGenerator out() {
        return out;
    }

    ResourceWriter writer() {
        return writer;
    }

    byte[] bytes() throws IOException {
        out.close();
        return bytes.toByteArray();
    }
}
