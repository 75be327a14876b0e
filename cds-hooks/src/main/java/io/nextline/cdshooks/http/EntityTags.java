package io.nextline.cdshooks.http;

import org.jspecify.annotations.Nullable;

/** Compares the entity tags of {@code If-None-Match}, weakly, as RFC 9110, section 13.1.2 asks. */
final class EntityTags {
    private EntityTags() {}

    /**
     * Returns whether the client's copy is still good.
     *
     * @param ifNoneMatch the header, or null if it was not sent
     * @param etag the entity tag of what there is, in quotation marks
     */
    static boolean match(@Nullable String ifNoneMatch, String etag) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String tag : ifNoneMatch.split(",", -1)) {
            String plain = tag.strip();
            if (plain.equals("*") || plain.equals(etag) || plain.equals("W/" + etag)) {
                return true;
            }
        }
        return false;
    }
}
