package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Bundle or Parameters entry by entry: what is wrong with one entry is noted and the next one read. It may take fields
 * before it is known which of the two it is.
 */
final class BundleReader implements ResourceObject.Fields {

    private final RecordReading reading;
    private @Nullable String type;
    private final @Nullable QueryAnswer answer;
    private @Nullable Integer total;
    private int entries;
    private boolean furtherPages;
    private @Nullable String nextPage;

    /**
     * Makes a reader.
     *
     * @param reading takes what is read
     * @param type Bundle or Parameters; null while it is not known
     * @param answer what the Bundle is a page of; null where nobody can follow its links
     */
    BundleReader(RecordReading reading, @Nullable String type, @Nullable QueryAnswer answer) {
        this.reading = reading;
        this.type = type;
        this.answer = answer;
    }

    @Override
    public void element(String name, DatatypeReader in) throws IOException {
        try {
            switch (name) {
                case "resourceType" -> type = in.text(type);
                case "entry", "parameter" -> entries(name, in);
                case "link" -> in.list(List.of(), this::link);
                case "total" -> total = in.whole(total);
                default -> in.skip();
            }
        } catch (SetAside problem) {
            reading.note(problem.kind(), "Bundle", null, "Bundle." + problem.element());
            in.unwind();
        }
    }

    private void entries(String name, DatatypeReader in) throws IOException {
        if (in.isAbsent(JsonToken.START_ARRAY, null)) {
            return;
        }
        if (entries > 0) {
            reading.note(ReadIssue.Kind.DUPLICATE_FIELD, "Bundle", null, "Bundle." + name);
        }
        BundleEntry entry = new BundleEntry(reading);
        while (in.nextElement()) {
            if (in.at(JsonToken.START_OBJECT)) {
                entry.read(in);
            } else {
                in.skip();
                reading.note(ReadIssue.Kind.WRONG_SHAPE, "Bundle", null, "Bundle." + name);
            }
            entries++;
        }
    }

    private @Nullable Object link(DatatypeReader in) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, null)) {
            return null;
        }
        String relation = null;
        String url = null;
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            switch (name) {
                case "relation" -> relation = in.text(relation);
                case "url" -> url = in.ownText(url);
                default -> in.skip();
            }
        }
        if ("next".equals(relation)) {
            furtherPages = true;
            nextPage = url;
        }
        return null;
    }

    /** Concludes when the last field was read: says what the whole of it covers. */
    void finish() {
        boolean wrapper = "Bundle".equals(type) || "Parameters".equals(type);
        boolean followed = answer != null && wrapper && nextPage != null;
        int all = answer == null ? entries : answer.page(entries, followed ? nextPage : null);
        if (followed) {
            // The answer is not finished; the record counts its area as partial until it is.
            return;
        }
        if (furtherPages || (total != null && total > all)) {
            // A server that counts more matches than it sends has more, whether it links to them or not.
            reading.note(ReadIssue.Kind.FURTHER_PAGES, "Bundle", null, furtherPages ? "Bundle.link" : "Bundle.total");
        } else if (wrapper) {
            reading.supplied();
        } else if (type == null) {
            reading.note(ReadIssue.Kind.NO_RESOURCE_TYPE, null, null, "resource");
        } else if (ResourceReader.of(type) != null) {
            // Fields that only a Bundle has came first, so its own were not read.
            reading.note(ReadIssue.Kind.WRONG_SHAPE, type, null, type);
        }
    }
}
