package io.nextline.cdshooks.card;

/**
 * A link of a card. All links are of type {@code absolute}; they lead to publications and hold nothing about the patient.
 *
 * @param label what is behind it
 * @param url an absolute https URL
 */
public record Link(String label, String url) {

    /** Refuses any URL but an https one. */
    public Link {
        if (!url.startsWith("https://")) {
            throw new IllegalArgumentException("a card links to https URLs only");
        }
    }
}
