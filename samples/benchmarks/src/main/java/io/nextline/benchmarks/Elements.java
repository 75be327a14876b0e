package io.nextline.benchmarks;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes the parts that resources have in common. The same seed writes the same bytes. Not thread-safe. */
final class Elements {

    static final String PATIENT_ID = "bN7xQ2kT";

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
    private static final int DAYS = 3_650;
    private static final int ID_LENGTH = 12;

    private final JsonGenerator json;
    private final Random random;
    private final boolean narratives;

    Elements(JsonGenerator json, Random random, boolean narratives) {
        this.json = json;
        this.random = random;
        this.narratives = narratives;
    }

    JsonGenerator json() {
        return json;
    }

    Random random() {
        return random;
    }

    String id() {
        StringBuilder id = new StringBuilder(ID_LENGTH);
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }

    LocalDate day() {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }

    String instant(LocalDate day) {
        return day + "T1" + random.nextInt(10) + ":0" + random.nextInt(10) + ":1" + random.nextInt(10) + "Z";
    }

    /** Starts an entry's resource, with its id and meta. */
    void start(String type, String id) throws IOException {
        json.writeStartObject();
        json.writeStringField("resourceType", type);
        json.writeStringField("id", id);
        json.writeObjectFieldStart("meta");
        json.writeStringField("lastUpdated", instant(day()));
        json.writeEndObject();
    }

    void narrative(String words) throws IOException {
        if (narratives) {
            json.writeObjectFieldStart("text");
            json.writeStringField("status", "generated");
            json.writeStringField("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>" + words + "</p></div>");
            json.writeEndObject();
        }
    }

    void extension(String url, String valueName, String value) throws IOException {
        json.writeArrayFieldStart("extension");
        json.writeStartObject();
        json.writeStringField("url", url);
        json.writeStringField(valueName, value);
        json.writeEndObject();
        json.writeEndArray();
    }

    /** Writes a concept of pairs of system and code, all with the same display. */
    void concept(String field, String display, String... systemsAndCodes) throws IOException {
        json.writeObjectFieldStart(field);
        codings(display, systemsAndCodes);
        json.writeStringField("text", display);
        json.writeEndObject();
    }

    /** Writes a concept of one code, without display or text. */
    void code(String field, String system, String code) throws IOException {
        json.writeObjectFieldStart(field);
        codings(null, system, code);
        json.writeEndObject();
    }

    void category(String system, String code) throws IOException {
        json.writeArrayFieldStart("category");
        json.writeStartObject();
        codings(null, system, code);
        json.writeEndObject();
        json.writeEndArray();
    }

    void codings(@Nullable String display, String... systemsAndCodes) throws IOException {
        json.writeArrayFieldStart("coding");
        for (int i = 0; i < systemsAndCodes.length; i += 2) {
            json.writeStartObject();
            json.writeStringField("system", systemsAndCodes[i]);
            json.writeStringField("code", systemsAndCodes[i + 1]);
            if (display != null) {
                json.writeStringField("display", display);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void subject() throws IOException {
        reference("subject", "Patient/" + PATIENT_ID);
    }

    void reference(String field, String reference) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("reference", reference);
        json.writeEndObject();
    }
}
