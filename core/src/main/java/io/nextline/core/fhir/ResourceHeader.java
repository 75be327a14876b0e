package io.nextline.core.fhir;

import org.jspecify.annotations.Nullable;

/**
 * What every resource carries: its type and the ways in which others may refer to it.
 *
 * @param resourceType FHIR's name of the type, for example {@code Condition}
 * @param id the logical id, or null for an entry without one
 * @param fullUrl the Bundle entry's {@code fullUrl}, or null
 * @param lastUpdated {@code meta.lastUpdated} as written, or null; tells versions apart, never a clinical date
 * @param versionId {@code meta.versionId} as written, or null; tells versions apart where the sender gives no time
 */
public record ResourceHeader(
        String resourceType,
        @Nullable String id,
        @Nullable String fullUrl,
        @Nullable String lastUpdated,
        @Nullable String versionId) {

    /** Makes a header without a version id. */
    public ResourceHeader(
            String resourceType, @Nullable String id, @Nullable String fullUrl, @Nullable String lastUpdated) {
        this(resourceType, id, fullUrl, lastUpdated, null);
    }

    /** Returns {@code Type/id}, or the type alone when the resource has no id. */
    public String reference() {
        return id == null ? resourceType : resourceType + "/" + id;
    }

    /** Returns whether a literal reference, relative, absolute or {@code urn:uuid:}, means this resource. */
    public boolean isMeantBy(String literal) {
        if (literal.equals(fullUrl)) {
            return true;
        }
        return id != null && reference().equals(typeAndId(literal));
    }

    /** Returns the last {@code Type/id} of a literal reference, without server and version; null when it has none. */
    public static @Nullable String typeAndId(String literal) {
        int history = literal.indexOf("/_history/");
        int end = history < 0 ? literal.length() : history;
        int slash = literal.lastIndexOf('/', end - 1);
        if (slash <= 0) {
            return null;
        }
        int before = literal.lastIndexOf('/', slash - 1);
        return literal.substring(before + 1, end);
    }

    /** Returns whether {@link #typeAndId} of a literal reference begins with this type; nothing is made, for every entry is asked. */
    static boolean isOfType(String literal, String type) {
        int history = literal.indexOf("/_history/");
        int slash = literal.lastIndexOf('/', (history < 0 ? literal.length() : history) - 1);
        int start = slash - type.length();
        return start >= 0 && literal.startsWith(type, start) && (start == 0 || literal.charAt(start - 1) == '/');
    }
}
