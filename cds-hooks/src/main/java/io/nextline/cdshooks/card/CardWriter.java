package io.nextline.cdshooks.card;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nextline.core.evidence.EvidenceVersion;
import io.nextline.core.evidence.StatementOutcome;
import java.io.IOException;
import java.util.List;

/** Writes cards as CDS Hooks JSON: a field without a value is left out. */
final class CardWriter {

    private final JsonGenerator json;
    private final ActionWriter actions;

    CardWriter(JsonGenerator json) {
        this.json = json;
        this.actions = new ActionWriter(json);
    }

    void write(Card card) throws IOException {
        json.writeStartObject();
        json.writeStringField("uuid", card.uuid());
        json.writeStringField("summary", card.summary());
        json.writeStringField("detail", card.detail());
        json.writeStringField("indicator", card.indicator().code());
        source(card.source());
        suggestions(card.suggestions());
        overrideReasons(card.overrideReasons());
        links(card.links());
        evidence(card);
        json.writeEndObject();
    }

    private void source(Source source) throws IOException {
        json.writeObjectFieldStart("source");
        json.writeStringField("label", source.label());
        json.writeFieldName("topic");
        coding(source.topic());
        json.writeEndObject();
    }

    private void coding(Coding coding) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", coding.code());
        json.writeStringField("system", coding.system());
        json.writeStringField("display", coding.display());
        json.writeEndObject();
    }

    private void suggestions(List<Suggestion> suggestions) throws IOException {
        if (suggestions.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("suggestions");
        for (Suggestion suggestion : suggestions) {
            json.writeStartObject();
            json.writeStringField("label", suggestion.label());
            json.writeStringField("uuid", suggestion.uuid());
            json.writeArrayFieldStart("actions");
            for (Action action : suggestion.actions()) {
                actions.write(action);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("selectionBehavior", "at-most-one");
    }

    private void overrideReasons(List<Coding> reasons) throws IOException {
        if (reasons.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("overrideReasons");
        for (Coding reason : reasons) {
            coding(reason);
        }
        json.writeEndArray();
    }

    private void links(List<Link> links) throws IOException {
        if (links.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("links");
        for (Link link : links) {
            json.writeStartObject();
            json.writeStringField("label", link.label());
            json.writeStringField("url", link.url());
            json.writeStringField("type", "absolute");
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void evidence(Card card) throws IOException {
        json.writeObjectFieldStart("extension");
        json.writeObjectFieldStart("io.nextline.evidence");
        json.writeArrayFieldStart("statements");
        for (StatementOutcome outcome : card.statements()) {
            statement(outcome);
        }
        json.writeEndArray();
        evidenceBase(json, card.version());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void statement(StatementOutcome outcome) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", outcome.statement().id());
        json.writeStringField("kind", outcome.statement().kind().id());
        json.writeStringField("strength", outcome.statement().strength().id());
        json.writeStringField("applies", outcome.applies().id());
        json.writeArrayFieldStart("trials");
        for (String trial : outcome.statement().trials()) {
            json.writeString(trial);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Writes which evidence was used. */
    static void evidenceBase(JsonGenerator json, EvidenceVersion version) throws IOException {
        json.writeObjectFieldStart("evidenceBase");
        json.writeStringField("version", version.version());
        json.writeStringField("layer", version.layer().id());
        json.writeStringField("asOf", version.asOf().toString());
        json.writeEndObject();
    }
}
