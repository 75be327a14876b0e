package io.nextline.samples.patients;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.cdshooks.card.CardRenderer;
import io.nextline.cdshooks.card.ResponseWriter;
import io.nextline.core.Nextline;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.Layer;
import io.nextline.core.fhir.DraftOrders;
import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import io.nextline.core.fhir.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs the engine on sample data, the way a caller of the library would. */
final class SampleEngine {

    private final Nextline nextline = Nextline.load();
    private final ResponseWriter responses = new ResponseWriter(new CardRenderer(nextline.evidence()));
    private final RecordReader reader = new RecordReader(ReadLimits.forFiles());

    /** Returns the answer when the chart is opened. */
    EvidenceReport evaluate(SamplePatient patient) {
        return evaluate(patient.bundle(), DraftOrders.NONE, patient.asOf());
    }

    /** Returns the answer to a changed record when the chart is opened. */
    EvidenceReport evaluate(SamplePatient patient, JsonNode changed) {
        return evaluate(bytes(changed), DraftOrders.NONE, patient.asOf());
    }

    EvidenceReport evaluate(byte[] bundle, DraftOrders drafts, LocalDate asOf) {
        return nextline.evaluate(reader.read(bundle), drafts, asOf, Layer.ALL);
    }

    /** Returns what the response to a report publishes. */
    ObjectNode published(EvidenceReport report) {
        return Published.of(responses.write(report, "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea"));
    }

    /** Returns what is published of it, without what may tell how often a row was repeated or retracted. */
    ObjectNode answer(EvidenceReport report, String... without) {
        ObjectNode published = published(report);
        published.remove(List.of("warnings", "because"));
        published.remove(List.of(without));
        return published;
    }

    /** Reads the drafted orders of a variant; without named selections every draft is selected. */
    DraftOrders drafts(SamplePatient patient, JsonNode variant) {
        List<Resource> drafts = new ArrayList<>();
        variant.path("draft").forEach(file -> drafts.addAll(draft(patient.draft(file.asText()))));
        if (!variant.has("selections")) {
            return new DraftOrders(drafts, null);
        }
        Set<String> selections = new HashSet<>();
        variant.path("selections").forEach(selection -> selections.add(selection.asText()));
        return new DraftOrders(drafts, selections);
    }

    private List<Resource> draft(byte[] json) {
        List<ReadIssue> issues = new ArrayList<>();
        try (JsonParser parser = reader.open(json)) {
            parser.nextToken();
            List<Resource> drafts = reader.readResources(parser, issues);
            if (!issues.isEmpty() || drafts.isEmpty()) {
                throw new IllegalStateException("a sample draft cannot be read");
            }
            return drafts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static byte[] bytes(JsonNode tree) {
        try {
            return SamplePatient.MAPPER.writeValueAsBytes(tree);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
