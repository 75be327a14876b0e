package io.nextline.cdshooks.page;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nextline.core.evidence.Statement;
import io.nextline.core.fact.DiagnosisType;
import java.io.IOException;
import java.util.List;

/** Writes statements as a JSON array, with the published ids of kind, strength and topic. */
public final class StatementJson {

    private StatementJson() {}

    /**
     * Writes the array.
     *
     * @throws IOException if the generator's target fails
     */
    public static void write(JsonGenerator json, List<Statement> statements) throws IOException {
        json.writeStartArray();
        for (Statement statement : statements) {
            json.writeStartObject();
            fields(json, statement);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void fields(JsonGenerator json, Statement statement) throws IOException {
        json.writeStringField("id", statement.id());
        json.writeStringField("layer", statement.seed() ? "seed" : "update");
        json.writeStringField("kind", statement.kind().id());
        json.writeStringField("strength", statement.strength().id());
        json.writeStringField("topic", statement.topic().id());
        strings(
                json,
                "cancers",
                statement.cancers().stream().map(DiagnosisType::id).toList());
        json.writeStringField("summary", statement.summary());
        json.writeStringField("text", statement.text());
        strings(json, "limits", statement.limits());
        strings(json, "drugs", statement.drugs());
        strings(json, "trials", statement.trials());
        strings(json, "figures", statement.figures());
        strings(json, "harms", statement.harms());
        json.writeStringField("source", statement.source());
        strings(json, "guards", statement.guards());
        strings(json, "supersedes", statement.supersedes());
        String published = statement.published();
        if (published != null) {
            json.writeStringField("published", published);
        }
    }

    private static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
