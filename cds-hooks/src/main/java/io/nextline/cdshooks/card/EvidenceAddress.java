package io.nextline.cdshooks.card;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the evidence pages are reached from outside, as far as that is known: by configuration, or once a server listens. A page's URL
 * holds the id of a statement and nothing about a patient. Thread-safe.
 */
public final class EvidenceAddress {
    private volatile @Nullable String base;

    private EvidenceAddress(@Nullable URI base) {
        this.base = base == null ? null : folder(base);
    }

    /**
     * Makes an address.
     *
     * @param base the base URL of the service, or null where it is not known yet; one that no card may lead to counts as unknown
     */
    public static EvidenceAddress of(@Nullable URI base) {
        return new EvidenceAddress(base);
    }

    /** Notes where the pages are, unless that is known already. */
    public void learn(URI address) {
        if (base == null) {
            base = folder(address);
        }
    }

    private static @Nullable String folder(URI base) {
        String text = base.toString();
        return Link.isSafe(text) ? (text.endsWith("/") ? text : text + "/") + "evidence/" : null;
    }

    /** Returns a link to the page of a statement, where it is known how to get there. */
    Optional<Link> page(String statement) {
        String folder = base;
        return folder == null
                ? Optional.empty()
                : Optional.of(new Link(statement + ": evidence page with forest plot", folder + statement));
    }
}
