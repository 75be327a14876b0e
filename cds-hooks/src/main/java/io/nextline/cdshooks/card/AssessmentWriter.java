package io.nextline.cdshooks.card;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.NoCardReason;
import io.nextline.core.evidence.RankedGap;
import io.nextline.core.evidence.StatementOutcome;
import java.io.IOException;
import java.util.Collection;

/**
 * Writes the machine-readable account of a report, the {@code io.nextline.assessment} extension. Its names are a public
 * contract: the arrays that the contract requires are written even when they are empty, everything else only where it has a
 * value.
 */
final class AssessmentWriter {

    private final JsonGenerator json;

    AssessmentWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(EvidenceReport report) throws IOException {
        json.writeStartObject();
        new FactsWriter(json).write(report.facts());
        json.writeArrayFieldStart("statements");
        for (StatementOutcome outcome : report.outcomes()) {
            statement(outcome);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("missing");
        for (RankedGap gap : report.missing()) {
            gap(gap);
        }
        json.writeEndArray();
        NoCardReason reason = report.noCardReason();
        if (reason != null) {
            json.writeStringField("noCardReason", reason.id());
        }
        CardWriter.evidenceBase(json, report.version());
        json.writeEndObject();
    }

    private void statement(StatementOutcome outcome) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", outcome.statement().id());
        json.writeStringField("applies", outcome.applies().id());
        texts(json, "because", outcome.because());
        texts(json, "supersededBy", outcome.supersededBy());
        if (outcome.silencedBy() != null) {
            json.writeStringField("silencedBy", outcome.silencedBy());
        }
        json.writeEndObject();
    }

    private void gap(RankedGap gap) throws IOException {
        json.writeStartObject();
        json.writeStringField("fact", gap.fact().id());
        texts(json, "details", gap.details());
        json.writeArrayFieldStart("decides");
        for (String id : gap.decides()) {
            json.writeString(id);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Writes an array of texts, or nothing where there are none. */
    static void texts(JsonGenerator json, String field, Collection<String> texts) throws IOException {
        if (texts.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
