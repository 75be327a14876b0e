package io.nextline.samples.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nextline.samples.conformance.Report;
import io.nextline.samples.conformance.Requirement;
import io.nextline.samples.conformance.Result;
import io.nextline.samples.conformance.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The rules, and what became of them, as JSON. */
final class ConformanceJson {

    private ConformanceJson() {}

    static void catalogue(JsonGenerator json, List<Requirement> rules) throws IOException {
        json.writeStartArray();
        for (Requirement rule : rules) {
            json.writeStartObject();
            rule(json, rule);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void report(JsonGenerator json, String url, Report report) throws IOException {
        json.writeStartObject();
        json.writeStringField("url", url);
        json.writeArrayFieldStart("services");
        for (String service : report.services()) {
            json.writeString(service);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("summary");
        for (Verdict verdict : Verdict.values()) {
            json.writeNumberField(word(verdict), report.count(verdict));
        }
        json.writeEndObject();
        json.writeArrayFieldStart("results");
        for (Result each : report.results()) {
            json.writeStartObject();
            rule(json, each.requirement());
            json.writeStringField("result", word(each.verdict()));
            if (!each.seen().isEmpty()) {
                json.writeStringField("seen", each.seen());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void rule(JsonGenerator json, Requirement rule) throws IOException {
        json.writeStringField("id", rule.id());
        json.writeStringField("level", rule.level().name());
        json.writeStringField("section", rule.section());
        json.writeStringField("text", rule.text());
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
