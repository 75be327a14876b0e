package io.nextline.samples.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The paths of the playground, each taken with the patient of canaries as the record that somebody pasted into its page. */
final class PlaygroundPaths {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DAY = "/playground/at/2026-11-21/all";
    private static final String SERVICE = DAY + CanaryRun.SERVICE;
    private static final String BAD = Canary.BAD_VALUE.value();

    private final CanaryProcess process;
    private final int port;
    private final List<String> repeating = new ArrayList<>();

    PlaygroundPaths(CanaryProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns the paths whose answers are made of what was sent: a changed record, a rendered text, a story. */
    List<String> repeating() {
        return List.copyOf(repeating);
    }

    void takeAll() throws IOException {
        pages();
        changes(stories());
        badChanges();
        services();
        others();
    }

    private void pages() throws IOException {
        String word = Canary.URL_WORD.value();
        get("page", "/?" + word);
        get("script", "/playground/api.js?" + word);
        get("patients", "/playground/patients");
        get("patient", "/playground/patients/01-rcc-reference?" + word);
        get("drugs", "/playground/drugs");
        get("no such patient", "/playground/patients/" + Canary.PATIENT_ID.value());
        get("nothing there", "/playground/" + word);
        get("no such day", "/playground/at/" + word + "/all/story");
    }

    private JsonNode stories() throws IOException {
        String whole = request().toString();
        repeating.add("story");
        Heard story = post("story", DAY + "/story", whole);
        post("story cut off", DAY + "/story", whole.substring(0, whole.length() / 2));
        post("story of no hook", DAY + "/story", whole.replaceFirst("order-sign", BAD));
        post(
                "story of another",
                DAY + "/story",
                whole.replaceFirst("\"patientId\":\"[^\"]*", "\"patientId\":\"another"));
        post("story of a Bundle", DAY + "/story", CanaryPatient.record().toString());
        post("story of a text", DAY + "/story", "\"" + BAD + "\"");
        post("story of no JSON", DAY + "/story", BAD);
        post("story too large", DAY + "/story", whole + " ".repeat(9_000_000));
        return JSON.readTree(story.text()).path("changes");
    }

    private void changes(JsonNode changes) throws IOException {
        String record = CanaryPatient.record().toString();
        for (JsonNode change : changes) {
            repeating("change", DAY + "/changes/" + change.path("id").asText(), record);
        }
    }

    private void badChanges() throws IOException {
        String change = DAY + "/changes/remove-ici";
        String record = CanaryPatient.record().toString();
        post("no such change", DAY + "/changes/" + Canary.URL_WORD.value(), record);
        post("change cut off", change, record.substring(0, record.length() / 2));
        post("change of no JSON", change, BAD);
        post("change of no Bundle", change, "{\"" + BAD + "\":\"" + BAD + "\"}");
        ObjectNode odd = CanaryPatient.record();
        odd.withArray("entry").add(BAD).add(7).addNull().addObject().put("resource", BAD);
        odd.withArray("entry")
                .addObject()
                .putObject("resource")
                .put("resourceType", BAD)
                .put("id", BAD);
        repeating("change of odd entries", change, odd.toString());
        repeating("markdown", "/playground/markdown", "[\"" + BAD + "\"]");
        post("markdown of no JSON", "/playground/markdown", BAD);
        post("markdown cut off", "/playground/markdown", "[\"" + BAD);
        post("no characters", change, "\0\0\0{" + BAD);
    }

    private void services() throws IOException {
        post("cards", SERVICE, request().toString());
        post("cards of no JSON", SERVICE, BAD);
        post("cards of today", CanaryRun.SERVICE, request().toString());
        String feedback = """
                {"feedback":[{"card":"9368d37b-283f-54a0-93ea-547cebab93ed","outcome":"overridden",
                "outcomeTimestamp":"2026-11-21T12:00:00Z","overrideReason":{"userComment":"%s"}}]}
                """.formatted(Canary.COMMENT.value());
        post("feedback", SERVICE + "/feedback", feedback);
        post("feedback of no kind", SERVICE + "/feedback", feedback.replace("overridden", BAD));
        repeating.add("feedback shown");
        get("feedback shown", "/playground/feedback");
    }

    private void others() throws IOException {
        String word = Canary.URL_WORD.value();
        String host = Canary.HOST.value();
        send("another host", "GET /playground/feedback HTTP/1.1\r\nHost: " + host, "");
        send("another origin", "GET /playground/feedback HTTP/1.1\r\nHost: localhost\r\nOrigin: https://" + host, "");
        send("method", "DELETE /playground/" + word + " HTTP/1.1\r\nHost: localhost", "");
        send("type", "POST " + DAY + "/story HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/" + word, BAD);
    }

    private static ObjectNode request() {
        ObjectNode request = CanaryPatient.request("https://" + Canary.HOST.value() + "/fhir");
        request.remove(List.of("fhirServer", "fhirAuthorization"));
        return request;
    }

    private void get(String path, String of) throws IOException {
        send(path, "GET " + of + " HTTP/1.1\r\nHost: localhost", "");
    }

    private void repeating(String path, String to, String body) throws IOException {
        repeating.add(path);
        post(path, to, body);
    }

    private Heard post(String path, String to, String body) throws IOException {
        return send(path, "POST " + to + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json", body);
    }

    private Heard send(String path, String head, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String length = bytes.length == 0 ? "" : "\r\nContent-Length: " + bytes.length;
        String end = length + "\r\nConnection: close\r\nX-Odd: " + Canary.HEADER.value() + "\r\n\r\n";
        return process.send(path, port, head + end, bytes);
    }
}
