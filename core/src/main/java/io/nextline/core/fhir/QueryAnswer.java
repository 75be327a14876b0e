package io.nextline.core.fhir;

import org.jspecify.annotations.Nullable;

/**
 * The answer to one FHIR query as it is read, page by page, into a {@link RecordBuilder}. While a further page is unread the
 * builder counts the area as partial; reading that page with the same answer settles it. Not thread-safe; it serves one call.
 */
public final class QueryAnswer {

    private final RecordArea area;
    private final boolean answersForArea;
    private int entries;
    private int asked;
    private int strangers;
    private @Nullable String usual;
    private @Nullable String next;

    /**
     * Makes an answer of which nothing was read yet.
     *
     * @param area the part of the record that was asked for
     * @param answersForArea whether the answer, read whole, is all there is to know of the area; else it can only weaken it
     */
    public QueryAnswer(RecordArea area, boolean answersForArea) {
        this.area = area;
        this.answersForArea = answersForArea;
    }

    /** Returns the part of the record that was asked for. */
    public RecordArea area() {
        return area;
    }

    /** Returns whether the answer, read whole, is all there is to know of the area. */
    public boolean answersForArea() {
        return answersForArea;
    }

    /** Returns the URL of the first page that was not read, as sent and not to be trusted; null when there is none. */
    public @Nullable String next() {
        return next;
    }

    /** Returns whether all of the latest page is resources that nobody asked for: it is then no answer to the query. */
    public boolean isBesideTheQuestion() {
        return asked == 0 && strangers > 0;
    }

    /** Makes ready for a page. The link to it stays until it was read whole. */
    void begin() {
        asked = 0;
        strangers = 0;
    }

    /** Counts a resource that came; of a type that Nextline does not read as well. */
    void came(String resourceType) {
        if (resourceType.equals(usual)) {
            asked++;
        } else if (RecordArea.of(resourceType) == area) {
            // One answer holds hundreds of one type.
            usual = resourceType;
            asked++;
        } else {
            strangers++;
        }
    }

    /** Takes note of a page that was read to its end and returns how many entries all pages had so far. */
    int page(int entriesOfPage, @Nullable String nextPage) {
        entries += entriesOfPage;
        next = nextPage;
        return entries;
    }
}
