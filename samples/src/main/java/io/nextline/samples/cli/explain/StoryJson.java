package io.nextline.samples.cli.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nextline.core.criterion.Evaluation;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.EvidenceVersion;
import io.nextline.core.evidence.NoCardReason;
import io.nextline.core.evidence.RankedGap;
import io.nextline.core.evidence.StatementOutcome;
import io.nextline.core.fact.Gap;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.LineRule;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.Drug;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the story of a report as JSON: what {@link StoryView} tells, nothing cut short. Not thread-safe.
 */
public final class StoryJson {

    private final JsonGenerator json;

    /** Writes to a generator, which the caller closes. */
    public StoryJson(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes the story as one object.
     *
     * @throws IOException if the generator's target fails
     */
    public void write(EvidenceReport report) throws IOException {
        json.writeStartObject();
        version(report.version());
        array("facts", Facts.of(report.facts()), this::fact);
        array("linesOfTherapy", report.facts().therapy().lines(), this::line);
        array("statements", report.outcomes(), this::statement);
        array("missing", report.missing(), this::gap);
        strings("warnings", report.facts().warnings());
        NoCardReason reason = report.noCardReason();
        json.writeNumberField("cards", report.cards().size());
        optional("noCardReason", reason == null ? null : reason.id());
        json.writeEndObject();
    }

    private void version(EvidenceVersion version) throws IOException {
        json.writeObjectFieldStart("evidenceBase");
        json.writeStringField("version", version.version());
        json.writeStringField("layer", version.layer().id());
        json.writeStringField("asOf", version.asOf().toString());
        json.writeEndObject();
    }

    private void fact(Fact fact) throws IOException {
        json.writeStringField("fact", fact.name());
        optional("value", fact.value());
        Gap gap = fact.gap();
        if (gap != null) {
            json.writeObjectFieldStart("missing");
            gap(gap);
            json.writeEndObject();
        }
        array("from", fact.from(), this::provenance);
    }

    private void line(LineOfTherapy line) throws IOException {
        Integer ordinal = line.ordinal();
        if (ordinal != null) {
            json.writeNumberField("line", ordinal);
        } else {
            optional("lineRange", line.counting().position().words());
        }
        json.writeStringField("setting", line.setting().id());
        strings("drugs", line.regimen().stream().map(Drug::name).toList());
        optional("start", text(line.start()));
        optional("end", text(line.end()));
        json.writeStringField("endReason", line.endReason().id());
        json.writeStringField(
                "progression", line.progression().fold(known -> Facts.progression(known.value()), open -> "unknown"));
        json.writeStringField("rule", line.rule());
        strings("rules", line.counting().rules().stream().map(LineRule::id).toList());
        array("from", line.provenance(), this::provenance);
    }

    private void statement(StatementOutcome outcome) throws IOException {
        json.writeStringField("id", outcome.statement().id());
        json.writeStringField("kind", outcome.statement().kind().id());
        json.writeStringField("strength", outcome.statement().strength().id());
        json.writeStringField("summary", outcome.statement().summary());
        json.writeStringField("applies", outcome.applies().id());
        strings("because", outcome.because());
        if (!outcome.supersededBy().isEmpty()) {
            strings("supersededBy", outcome.supersededBy());
        }
        optional("silencedBy", outcome.silencedBy());
        json.writeObjectFieldStart("criterion");
        evaluation(outcome.evaluation());
        json.writeEndObject();
    }

    private void evaluation(Evaluation evaluation) throws IOException {
        json.writeStringField("answer", evaluation.truth().id());
        json.writeStringField("reason", evaluation.reason());
        if (evaluation.parts().isEmpty()) {
            array("from", evaluation.provenance(), this::provenance);
            array("missing", evaluation.gaps(), this::gap);
        } else {
            array("parts", evaluation.parts(), this::evaluation);
        }
    }

    private void gap(RankedGap gap) throws IOException {
        json.writeStringField("fact", gap.fact().id());
        strings("details", gap.details());
        strings("decides", gap.decides());
    }

    private void gap(Gap gap) throws IOException {
        json.writeStringField("fact", gap.fact().id());
        json.writeStringField("detail", gap.detail());
    }

    private void provenance(Provenance provenance) throws IOException {
        json.writeStringField("reference", provenance.reference());
        json.writeStringField("element", provenance.element());
        optional("date", text(provenance.date()));
        optional("basis", provenance.basis());
    }

    private static @Nullable String text(@Nullable FhirDate date) {
        return date == null ? null : date.text();
    }

    private void optional(String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private void strings(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private <T> void array(String name, List<T> items, Item<T> item) throws IOException {
        json.writeArrayFieldStart(name);
        for (T each : items) {
            json.writeStartObject();
            item.write(each);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes the fields of one object. */
    private interface Item<T> {
        void write(T item) throws IOException;
    }
}
