package io.nextline.cdshooks.page;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an installation may choose about the evidence pages. They hold nothing about a patient, so nobody is asked who they are.
 *
 * @param on whether there are pages
 * @param frameAncestors which pages may show them in a frame, as the content security policy names them: {@code 'none'}, {@code
 *     'self'} or origins
 * @param base the URL under which the service is reached from outside, or null where it is not known; cards then have no link
 */
public record PageSettings(
        boolean on, List<String> frameAncestors, @Nullable URI base) {
    /** Copies the list. */
    public PageSettings {
        frameAncestors = List.copyOf(frameAncestors);
        if (frameAncestors.isEmpty()) {
            throw new IllegalArgumentException("name who may frame the pages, 'none' for nobody");
        }
    }

    /** Returns the usual settings: pages are there, nobody frames them, and where they are reached is not known. */
    public static PageSettings usual() {
        return new PageSettings(true, List.of("'none'"), null);
    }

    /** Returns these settings with a URL under which the service is reached. */
    public PageSettings at(URI address) {
        return new PageSettings(on, frameAncestors, address);
    }
}
