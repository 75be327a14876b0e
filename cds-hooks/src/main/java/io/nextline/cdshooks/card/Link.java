package io.nextline.cdshooks.card;

import java.util.stream.Stream;

/**
 * A link of a card. All links are of type {@code absolute}; they lead to publications and to our own
 * pages, and hold nothing about the patient.
 *
 * @param label what is behind it
 * @param url an absolute https URL; http leads to this machine only, in development
 */
public record Link(String label, String url) {

    private static final String[] SAFE = {"https://", "http://127.0.0.1:", "http://[::1]:", "http://localhost:"};

    /** Refuses any other URL. */
    public Link {
        if (!isSafe(url)) {
            throw new IllegalArgumentException("a card links to https URLs only");
        }
    }

    /** Returns whether a card may lead there. */
    static boolean isSafe(String url) {
        return Stream.of(SAFE).anyMatch(url::startsWith);
    }
}
