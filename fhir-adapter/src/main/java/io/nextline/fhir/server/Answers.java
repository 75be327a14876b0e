package io.nextline.fhir.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Finds its way in a CDS Hooks response of ours, whose fields are a public contract. */
final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    static JsonNode tree(byte[] response) {
        try {
            return JSON.readTree(response);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Returns the account of the whole report. */
    static JsonNode assessment(JsonNode response) {
        return response.path("extension").path("io.nextline.assessment");
    }

    /** Returns the statements that a card rests on. */
    static JsonNode statements(JsonNode card) {
        return card.path("extension").path("io.nextline.evidence").path("statements");
    }
}
