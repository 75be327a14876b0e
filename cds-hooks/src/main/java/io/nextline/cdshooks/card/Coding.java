package io.nextline.cdshooks.card;

/**
 * A CDS Hooks Coding. All codes on cards are from code systems of this project.
 *
 * @param code the code
 * @param system the code system's URI
 * @param display the name for people
 */
public record Coding(String code, String system, String display) {

    private static final String BASE = "https://nextline.io/fhir/CodeSystem/";

    /** Returns a code for what a card is about. */
    static Coding topic(String code, String display) {
        return new Coding(code, BASE + "card-topic", display);
    }

    /** Returns a code for why a card is overridden. */
    static Coding overrideReason(String code, String display) {
        return new Coding(code, BASE + "override-reason", display);
    }
}
