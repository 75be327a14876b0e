package io.nextline.samples.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.samples.privacy.OddFhirServer.Mood;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** The paths of the service, those that end well and those that do not, each taken by the patient of canaries. */
final class CanaryPaths {

    private static final int CALLS_IN_A_BURST = 70;

    private final CanaryRun run;
    private Map<String, byte[]> journal = Map.of();

    CanaryPaths(CanaryRun run) {
        this.run = run;
    }

    /** Takes every path but the one that ends all others. */
    void takeAll() throws Exception {
        answers();
        refusals();
        run.call("too large", run.request() + " ".repeat(9_000_000));
        unauthenticated();
        fetches();
        feedbackNotKept(feedback());
        others();
        pages();
        oddHttp();
        oddFraming();
    }

    /** Takes the paths that do not depend on what is around the services: a container's framing and its operators are its own. */
    void takeThroughServlet() throws Exception {
        answers();
        refusals();
        unauthenticated();
        feedback();
        others();
        pages();
        brokenOff();
        // Its container hangs up on bodies that nobody has read.
        run.head(
                "too large",
                "POST " + CanaryRun.SERVICE + " HTTP/1.1\r\n" + token(CanaryRun.SERVICE)
                        + "\r\nContent-Type: application/json\r\nContent-Length: 9000000\r\nX-Odd: "
                        + Canary.HEADER.value());
    }

    /** Returns the files that were there while the database of feedback was open, its journal among them. */
    Map<String, byte[]> journal() {
        return journal;
    }

    private void answers() throws Exception {
        run.call("cards", run.request());
        ObjectNode plain = CanaryPatient.request(run.fhir.base());
        ((ObjectNode) plain.get("prefetch")).putNull("conditions");
        run.call("no card", plain.toString());
        run.call("failing", run.request().replace(Canary.PATIENT_ID.value(), CanaryService.FAILING));
    }

    private void refusals() throws Exception {
        String whole = run.request();
        run.call("cut off", whole.substring(0, whole.length() / 2));
        run.call(
                "field twice",
                whole.replaceFirst("\"hook\"", "\"hook\":\"" + Canary.BAD_VALUE.value() + "\",\"hook\""));
        run.call("unknown hook", whole.replaceFirst("order-sign", Canary.BAD_VALUE.value()));
        run.call("no JSON", whole.replaceFirst("\"id\"", Canary.BAD_VALUE.value()));
        run.call("odd id", whole.replaceFirst("\"patientId\":\"[^\"]*", "$0 " + Canary.BAD_VALUE.value()));
        run.call("other patient", whole.replaceFirst("\"patientId\":\"[^\"]*", "\"patientId\":\"another"));
        ObjectNode nothing = CanaryPatient.request("https://" + Canary.HOST.value() + "/fhir");
        nothing.remove("prefetch");
        run.call("nothing sent", nothing.toString());
        run.post("not JSON", CanaryRun.SERVICE, token(CanaryRun.SERVICE), "text/" + Canary.URL_WORD.value(), whole);
        run.post(
                "compressed",
                CanaryRun.SERVICE,
                token(CanaryRun.SERVICE) + "\r\nContent-Encoding: " + Canary.URL_WORD.value(),
                "application/json",
                whole);
    }

    private String token(String path) {
        return "Authorization: Bearer " + run.tokens.good(path);
    }

    private void unauthenticated() throws Exception {
        String body = run.request();
        run.post("no token", CanaryRun.SERVICE, "X-Odd: " + Canary.HEADER.value(), "application/json", body);
        run.post("basic", CanaryRun.SERVICE, "Authorization: Basic " + Canary.HEADER.value(), "application/json", body);
        List<String> bad = run.tokens.bad(CanaryRun.SERVICE);
        for (int i = 0; i < bad.size(); i++) {
            run.post(
                    "bad token " + i,
                    CanaryRun.SERVICE,
                    "Authorization: Bearer " + bad.get(i),
                    "application/json",
                    body);
        }
        String forging = "Authorization: Bearer " + run.tokens.forging(CanaryRun.SERVICE);
        run.post("odd token", CanaryRun.SERVICE, forging, "application/json", body);
        run.post("token again", CanaryRun.SERVICE, forging, "application/json", body);
    }

    private void fetches() throws Exception {
        ObjectNode request = CanaryPatient.request(run.fhir.base());
        ((ObjectNode) request.get("prefetch")).remove(List.of("conditions", "dispenses", "reports"));
        for (Mood mood : Mood.values()) {
            run.fetching(mood, request.toString());
        }
        assertThat(run.fhir.asked()).isGreaterThan(Mood.values().length);
    }

    private String feedback() throws Exception {
        String good = """
                {"feedback":[{"card":"9368d37b-283f-54a0-93ea-547cebab93ed","outcome":"overridden",
                "outcomeTimestamp":"2026-11-21T12:00:00Z","overrideReason":{"userComment":"%s",
                "reason":{"code":"other","system":"https://example.com/reasons","display":"%s"}}}]}
                """.formatted(Canary.COMMENT.value(), Canary.REASON.value());
        run.feedback("feedback", good);
        journal = run.process.files();
        run.feedback("feedback of no kind", good.replace("overridden", Canary.BAD_VALUE.value()));
        run.feedback("feedback on no card", good.replaceFirst("9368d37b", Canary.PATIENT_ID.value()));
        run.feedback("feedback cut off", good.substring(0, good.length() / 2));
        run.post("feedback of nobody", CanaryRun.FEEDBACK, "X-Odd: 1", "application/json", good);
        return good;
    }

    private void feedbackNotKept(String good) throws Exception {
        String url = "jdbc:sqlite:" + run.folder.resolve("feedback.db");
        try (Connection other = DriverManager.getConnection(url);
                Statement lock = other.createStatement()) {
            lock.execute("begin exclusive");
            run.feedback("feedback not kept", good.replace("12:00:00", "12:00:01"));
            lock.execute("rollback");
        }
    }

    private void others() throws Exception {
        String word = Canary.URL_WORD.value();
        run.head("discovery", "GET /cds-services?patient=" + word + " HTTP/1.1\r\nX-Odd: " + Canary.HEADER.value());
        run.head("nothing there", "GET /" + word + "?" + word + " HTTP/1.1");
        run.post("no such service", "/cds-services/" + word, "X-Odd: 1", "application/json", run.request());
        run.head("method", "DELETE " + CanaryRun.SERVICE + "?" + word + " HTTP/1.1");
        run.head("preflight", "OPTIONS " + CanaryRun.SERVICE + " HTTP/1.1\r\nOrigin: https://" + Canary.HOST.value());
    }

    private void pages() throws Exception {
        String word = Canary.URL_WORD.value();
        String patient = Canary.PATIENT_ID.value();
        String odd = "\r\nX-Odd: " + Canary.HEADER.value() + "\r\nReferer: https://" + Canary.HOST.value() + "/" + word;
        run.head("page", "GET /evidence/DS-1?patient=" + patient + " HTTP/1.1" + odd);
        run.head("page as it was", "GET /evidence?patient=" + patient + " HTTP/1.1\r\nIf-None-Match: " + word);
        run.head("page in JSON", "GET /evidence/DS-1?" + word + " HTTP/1.1\r\nAccept: application/json, x/" + word);
        run.head("attributes", "GET /evidence/CONTACT-03/attributes?patient=" + patient + " HTTP/1.1" + odd);
        run.head("page moved", "GET /evidence/contact-03?patient=" + patient + " HTTP/1.1" + odd);
        run.head("no page", "GET /evidence/" + word + "?patient=" + patient + " HTTP/1.1" + odd);
        run.head("no attributes", "GET /evidence/" + patient + "/attributes HTTP/1.1" + odd);
        run.head("page by method", "DELETE /evidence/" + word + "?patient=" + patient + " HTTP/1.1" + odd);
    }

    private void oddHttp() throws Exception {
        String word = Canary.URL_WORD.value();
        run.head(
                "head too large",
                "GET /cds-services HTTP/1.1\r\nX-Odd: " + (Canary.HEADER.value() + " ").repeat(2_000));
        run.head("address too long", "GET /" + word.repeat(2_000) + " HTTP/1.1");
        brokenOff();
        run.head("no HTTP", Canary.HEADER.value());
        run.head("two hosts", "GET /" + word + " HTTP/1.1\r\nHost: " + Canary.HOST.value());
        run.head(
                "trace",
                "POST " + CanaryRun.SERVICE + " HTTP/1.1\r\nX-Request-Id: " + word + "\r\ntraceparent: 00-" + word);
        run.operators("live", "/live?" + word);
        run.operators("operators' nothing", "/" + word);
    }

    private void brokenOff() throws Exception {
        run.head(
                "broken off",
                "POST " + CanaryRun.SERVICE + " HTTP/1.1\r\n" + token(CanaryRun.SERVICE)
                        + "\r\nContent-Type: application/json\r\nContent-Length: 100000\r\nX-Odd: "
                        + Canary.HEADER.value());
    }

    // What Jetty refuses before any code of ours sees it, and may complain of in its own words.
    private void oddFraming() throws Exception {
        String word = Canary.URL_WORD.value();
        String header = "X-Odd: " + Canary.HEADER.value();
        String post = "POST " + CanaryRun.SERVICE + " HTTP/1.1\r\n" + token(CanaryRun.SERVICE) + "\r\n";
        run.head("two lengths", post + header + "\r\nContent-Length: 5\r\nContent-Length: 6");
        run.head("odd length", post + "Content-Length: " + Canary.BAD_VALUE.value());
        run.head("odd coding", post + "Transfer-Encoding: " + word);
        run.head("length and chunks", post + header + "\r\nContent-Length: 5\r\nTransfer-Encoding: chunked");
        run.head("odd chunk", post + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + word);
        run.head("odd expectation", post + "Expect: " + word);
        run.head("space in a name", "GET /cds-services HTTP/1.1\r\n" + Canary.HEADER.value() + " x: y");
        run.head("control character", "GET /cds-services HTTP/1.1\r\n" + header + "\u0001\u0007");
        run.head("folded header", "GET /cds-services HTTP/1.1\r\n" + header + "\r\n " + word);
        run.head("odd escape", "GET /cds-services/%zz" + word + " HTTP/1.1");
        run.head("odd UTF-8", "GET /cds-services/%c3%28" + word + " HTTP/1.1");
        run.head("path upwards", "GET /cds-services/%2e%2e/%2f" + word + " HTTP/1.1");
        run.head("another server", "GET http://" + Canary.HOST.value() + "/" + word + " HTTP/1.1");
        run.head("odd port", "GET /cds-services HTTP/1.1\r\nHost: " + Canary.HOST.value() + ":" + word);
        run.head("odd method", word + " /cds-services HTTP/1.1");
        run.head("old HTTP", "GET /" + word);
    }

    /** Calls until the client is told that it calls too often. */
    void callTooOften() throws Exception {
        for (int i = 0; i < CALLS_IN_A_BURST; i++) {
            if (run.call("too often", "{}").status() == 429) {
                return;
            }
        }
    }
}
