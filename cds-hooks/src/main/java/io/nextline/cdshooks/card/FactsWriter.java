package io.nextline.cdshooks.card;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nextline.core.fact.Biomarkers;
import io.nextline.core.fact.CountRange;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.Imdc;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.MetastaticSite;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.PerformanceStatus;
import io.nextline.core.fact.Progression;
import io.nextline.core.fact.Stage;
import io.nextline.core.fact.TherapyHistory;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.Drug;
import java.io.IOException;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes the facts of a report under their public names. */
final class FactsWriter {

    private static final String UNKNOWN = "unknown";

    private final JsonGenerator json;

    FactsWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(PatientFacts facts) throws IOException {
        diagnosis(facts);
        TherapyHistory therapy = facts.therapy();
        json.writeArrayFieldStart("linesOfTherapy");
        for (LineOfTherapy line : therapy.lines()) {
            line(line);
        }
        json.writeEndArray();
        progression(therapy);
        priorClasses(therapy);
        sites(facts);
        json.writeStringField("primaryInPlace", truth(facts.primaryInPlace()));
        json.writeStringField("oligoprogression", truth(facts.oligoprogression()));
        performanceStatus(facts.performanceStatus().orNull());
        imdc(facts.imdc());
        biomarkers(facts.biomarkers());
        AssessmentWriter.texts(json, "circumstances", facts.circumstances().ids());
        json.writeNumberField("unidentifiedTherapy", therapy.unidentified().size());
        AssessmentWriter.texts(json, "warnings", facts.warnings());
    }

    private void diagnosis(PatientFacts facts) throws IOException {
        json.writeObjectFieldStart("diagnosis");
        json.writeStringField("type", facts.diagnosis().publishedType().id());
        text("histology", facts.diagnosis().histology().orNull());
        Stage stage = facts.stage().orNull();
        json.writeStringField("stage", stage == null ? UNKNOWN : stage.id());
        json.writeEndObject();
    }

    private void line(LineOfTherapy line) throws IOException {
        json.writeStartObject();
        if (line.ordinal() != null) {
            json.writeNumberField("line", line.ordinal());
        } else {
            lineRange(line.counting().position());
        }
        json.writeStringField("setting", line.setting().id());
        json.writeArrayFieldStart("drugs");
        for (Drug drug : line.regimen()) {
            json.writeString(drug.name());
        }
        json.writeEndArray();
        date("start", line.start());
        date("end", line.end());
        json.writeStringField("endReason", line.endReason().id());
        json.writeEndObject();
    }

    /** Where dates or the setting leave open which line it is, the range of what it may be. */
    private void lineRange(CountRange position) throws IOException {
        json.writeArrayFieldStart("lineRange");
        json.writeNumber(position.fewest());
        json.writeNumber(position.most());
        json.writeEndArray();
    }

    // The latest line known to have progressed tells most; without one, what is known of the latest line.
    private void progression(TherapyHistory therapy) throws IOException {
        LineOfTherapy told = therapy.latest();
        for (LineOfTherapy line : therapy.lines()) {
            told = line.hasProgressed() ? line : told;
        }
        Progression known = told == null ? null : told.progression().orNull();
        json.writeObjectFieldStart("progression");
        json.writeStringField("grade", known == null ? UNKNOWN : known.grade().id());
        if (told != null && told.ordinal() != null) {
            json.writeNumberField("onLine", told.ordinal());
        }
        date("date", known == null ? null : known.date());
        json.writeEndObject();
    }

    private void priorClasses(TherapyHistory therapy) throws IOException {
        TreeSet<String> classes = new TreeSet<>();
        therapy.lines().forEach(line -> line.regimen().forEach(drug -> classes.addAll(drug.classes())));
        json.writeArrayFieldStart("priorClasses");
        for (String each : classes) {
            json.writeString(each);
        }
        json.writeEndArray();
    }

    private void sites(PatientFacts facts) throws IOException {
        AssessmentWriter.texts(
                json,
                "metastaticSites",
                facts.metastaticSites().stream().map(MetastaticSite::site).toList());
    }

    private void performanceStatus(@Nullable PerformanceStatus status) throws IOException {
        if (status == null) {
            return;
        }
        json.writeObjectFieldStart("performanceStatus");
        Integer score = status.ecog();
        if (score != null) {
            json.writeNumberField("ecog", score);
        } else {
            json.writeObjectFieldStart("ecogRange");
            json.writeNumberField("low", status.best());
            json.writeNumberField("high", status.worst());
            json.writeEndObject();
        }
        date("date", status.date());
        json.writeEndObject();
    }

    private void imdc(@Nullable Imdc imdc) throws IOException {
        if (imdc == null) {
            return;
        }
        json.writeObjectFieldStart("imdc");
        AssessmentWriter.texts(
                json, "groups", imdc.groups().stream().map(Imdc.Group::id).toList());
        json.writeObjectFieldStart("factors");
        for (Map.Entry<Imdc.Factor, Finding<Boolean>> factor : imdc.factors().entrySet()) {
            json.writeStringField(factor.getKey().id(), truth(factor.getValue()));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void biomarkers(@Nullable Biomarkers biomarkers) throws IOException {
        if (biomarkers == null) {
            return;
        }
        json.writeObjectFieldStart("biomarkers");
        for (Biomarkers.Marker marker : biomarkers.markers()) {
            Biomarkers.Result known = marker.result().orNull();
            json.writeObjectFieldStart(marker.id());
            json.writeStringField("status", known == null ? UNKNOWN : known.positive() ? "positive" : "negative");
            text("detail", known == null ? null : known.detail());
            date("date", known == null ? null : known.date());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static String truth(Finding<Boolean> finding) {
        Boolean value = finding.orNull();
        return value == null ? UNKNOWN : value.toString();
    }

    private void date(String field, @Nullable FhirDate date) throws IOException {
        text(field, date == null ? null : date.text());
    }

    private void text(String field, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value);
        }
    }
}
