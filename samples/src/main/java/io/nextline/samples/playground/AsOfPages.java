package io.nextline.samples.playground;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.cdshooks.http.CdsHooksHandler;
import io.nextline.cdshooks.http.HttpRequest;
import io.nextline.cdshooks.http.HttpResponse;
import io.nextline.core.Nextline;
import io.nextline.core.WrongPatientException;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.fhir.UnreadableRecordException;
import io.nextline.samples.cli.explain.StoryJson;
import io.nextline.samples.cli.input.QuestionReader;
import io.nextline.samples.cli.input.UnreadableInputException;
import io.nextline.samples.playground.change.Change;
import io.nextline.samples.playground.change.Changes;
import io.nextline.samples.playground.change.Chart;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What depends on the day: the services themselves, the story behind an answer, and changes of the record. */
final class AsOfPages {

    private static final String SERVICES = "/cds-services";
    private static final String CHANGE = "/changes/";

    private final Nextline nextline;
    private final CdsHooksHandler services;
    private final Changes changes = new Changes();

    AsOfPages(Nextline nextline, CdsHooksHandler services) {
        this.nextline = nextline;
        this.services = services;
    }

    HttpResponse answer(AsOfPath day, HttpRequest request) throws IOException {
        String path = day.rest();
        if (path.equals(SERVICES) || path.startsWith(SERVICES + "/")) {
            return services.asOf(day.asOf(), day.layer()).handle(at(path, request));
        }
        if (request.method().equals("POST")) {
            try {
                return told(day, request.body());
            } catch (UnreadableInputException | UnreadableRecordException | WrongPatientException unusable) {
                return Replies.problem(400, String.valueOf(unusable.getMessage()));
            } catch (JsonProcessingException | CharConversionException noJson) {
                return Replies.problem(400, "the body is no JSON that can be read");
            }
        }
        return Replies.problem(404, "there is nothing here");
    }

    private static HttpRequest at(String path, HttpRequest request) {
        return new HttpRequest(request.method(), path, request.headers(), request.body(), request.peer());
    }

    private HttpResponse told(AsOfPath day, InputStream body) throws IOException {
        if (day.rest().equals("/story")) {
            return Replies.json(story(day, body.readAllBytes()));
        }
        String id = day.rest().startsWith(CHANGE) ? day.rest().substring(CHANGE.length()) : "";
        Change change = changes.named(id);
        return change == null ? Replies.problem(404, "there is no such change") : changed(day, change, body);
    }

    /** Tells what the answer to a CDS Hooks request rests on, and what could be changed about it. */
    private byte[] story(AsOfPath day, byte[] call) throws IOException {
        EvidenceReport report =
                QuestionReader.received(call, day.asOf(), day.layer()).answer(nextline);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Replies.MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeFieldName("story");
            new StoryJson(json).write(report);
            json.writePOJOField("changes", changes.fitting(report.facts()));
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private HttpResponse changed(AsOfPath day, Change change, InputStream body) throws IOException {
        JsonNode bundle = Replies.MAPPER.readTree(body);
        if (!(bundle instanceof ObjectNode object) || !object.path("entry").isArray()) {
            return Replies.problem(400, "send a FHIR Bundle with entries");
        }
        Chart chart = new Chart(object, nextline, day.asOf());
        change.make(chart);
        return Replies.json(Replies.bytes(new Changed(object, chart.edits())));
    }

    /**
     * A changed record.
     *
     * @param bundle the Bundle after the change
     * @param edits what was done to it
     */
    record Changed(ObjectNode bundle, List<Chart.Edit> edits) {}
}
