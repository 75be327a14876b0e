package io.nextline.samples.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.samples.privacy.Canary.Kind;
import io.nextline.samples.privacy.OddFhirServer.Mood;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The patient of canaries goes through every path of the service that ends well or badly, with all loggers at TRACE. Then what the
 * service has left is searched: its log, both streams, metrics, the database of feedback with its journal, exports, errors, headers.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
class PrivacyTest {

    private static final int CALLS_IN_A_BURST = 70;

    @TempDir
    private static Path folder;

    private final Map<String, Integer> statuses = new TreeMap<>();
    private Map<String, byte[]> left = new TreeMap<>();
    private Map<String, byte[]> journal = Map.of();
    private List<Heard> heard = List.of();
    private List<String> tokens = List.of();
    private byte[] metrics = new byte[0];
    private String exports = "";

    @BeforeAll
    void everyPathIsTaken() throws Exception {
        Path service = Files.createDirectory(folder.resolve("service"));
        try (CanaryRun run = new CanaryRun(service)) {
            answers(run);
            refusals(run);
            unauthenticated(run);
            fetches(run);
            feedback(run);
            others(run);
            exports = run.command(
                            folder.resolve("csv"),
                            "feedback",
                            "export",
                            "--store",
                            service.resolve("feedback.db").toString())
                    + run.command(
                            folder.resolve("ndjson"),
                            "feedback",
                            "export",
                            "--format",
                            "ndjson",
                            "--store",
                            service.resolve("feedback.db").toString());
            throttled(run);
            metrics = run.operators("metrics", "/metrics").bytes();
            left = run.end();
            journal.forEach(left::putIfAbsent);
            heard = List.copyOf(run.heard);
            tokens = run.tokens.parts();
        }
        heard.forEach(answer -> statuses.put(answer.path(), answer.status()));
    }

    private static void answers(CanaryRun run) throws Exception {
        run.call("cards", run.request());
        ObjectNode plain = CanaryPatient.request(run.fhir.base());
        ((ObjectNode) plain.get("prefetch")).putNull("conditions");
        run.call("no card", plain.toString());
        run.call("failing", run.request().replace(Canary.PATIENT_ID.value(), CanaryService.FAILING));
    }

    private static void refusals(CanaryRun run) throws Exception {
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
        run.call("too large", whole + " ".repeat(9_000_000));
        run.post(
                "not JSON", CanaryRun.SERVICE, token(run, CanaryRun.SERVICE), "text/" + Canary.URL_WORD.value(), whole);
        run.post(
                "compressed",
                CanaryRun.SERVICE,
                token(run, CanaryRun.SERVICE) + "\r\nContent-Encoding: " + Canary.URL_WORD.value(),
                "application/json",
                whole);
    }

    private static String token(CanaryRun run, String path) {
        return "Authorization: Bearer " + run.tokens.good(path);
    }

    private static void unauthenticated(CanaryRun run) throws Exception {
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

    private static void fetches(CanaryRun run) throws Exception {
        ObjectNode request = CanaryPatient.request(run.fhir.base());
        ((ObjectNode) request.get("prefetch")).remove(List.of("conditions", "dispenses", "reports"));
        for (Mood mood : Mood.values()) {
            run.fetching(mood, request.toString());
        }
        assertThat(run.fhir.asked()).isGreaterThan(Mood.values().length);
    }

    private void feedback(CanaryRun run) throws Exception {
        String good = """
                {"feedback":[{"card":"9368d37b-283f-54a0-93ea-547cebab93ed","outcome":"overridden",
                "outcomeTimestamp":"2026-11-21T12:00:00Z","overrideReason":{"userComment":"%s",
                "reason":{"code":"other","system":"https://example.com/reasons","display":"%s"}}}]}
                """.formatted(Canary.COMMENT.value(), Canary.REASON.value());
        run.feedback("feedback", good);
        journal = run.files();
        run.feedback("feedback of no kind", good.replace("overridden", Canary.BAD_VALUE.value()));
        run.feedback("feedback on no card", good.replaceFirst("9368d37b", Canary.PATIENT_ID.value()));
        run.feedback("feedback cut off", good.substring(0, good.length() / 2));
        run.post("feedback of nobody", CanaryRun.FEEDBACK, "X-Odd: 1", "application/json", good);
        String url = "jdbc:sqlite:" + run.folder.resolve("feedback.db");
        try (Connection other = DriverManager.getConnection(url);
                Statement lock = other.createStatement()) {
            lock.execute("begin exclusive");
            run.feedback("feedback not kept", good.replace("12:00:00", "12:00:01"));
            lock.execute("rollback");
        }
    }

    private static void others(CanaryRun run) throws Exception {
        String word = Canary.URL_WORD.value();
        run.head("discovery", "GET /cds-services?patient=" + word + " HTTP/1.1\r\nX-Odd: " + Canary.HEADER.value());
        run.head("nothing there", "GET /" + word + "?" + word + " HTTP/1.1");
        run.post("no such service", "/cds-services/" + word, "X-Odd: 1", "application/json", run.request());
        run.head("method", "DELETE " + CanaryRun.SERVICE + "?" + word + " HTTP/1.1");
        run.head("preflight", "OPTIONS " + CanaryRun.SERVICE + " HTTP/1.1\r\nOrigin: https://" + Canary.HOST.value());
        run.head(
                "head too large",
                "GET /cds-services HTTP/1.1\r\nX-Odd: " + (Canary.HEADER.value() + " ").repeat(2_000));
        run.head("no HTTP", Canary.HEADER.value());
        run.head("two hosts", "GET /" + word + " HTTP/1.1\r\nHost: " + Canary.HOST.value());
        run.head(
                "trace",
                "POST " + CanaryRun.SERVICE + " HTTP/1.1\r\nX-Request-Id: " + word + "\r\ntraceparent: 00-" + word);
        run.operators("live", "/live?" + word);
        run.operators("operators' nothing", "/" + word);
    }

    private static void throttled(CanaryRun run) throws Exception {
        for (int i = 0; i < CALLS_IN_A_BURST; i++) {
            if (run.call("too often", "{}").status() == 429) {
                return;
            }
        }
    }

    @Test
    void everyPathEndedAsItWasMeantTo() {
        assertThat(statuses)
                .containsEntry("cards", 200)
                .containsEntry("no card", 200)
                .containsEntry("failing", 500)
                .containsEntry("cut off", 400)
                .containsEntry("field twice", 400)
                .containsEntry("unknown hook", 400)
                .containsEntry("no JSON", 400)
                .containsEntry("odd id", 400)
                .containsEntry("other patient", 400)
                .containsEntry("nothing sent", 412)
                .containsEntry("too large", 413)
                .containsEntry("not JSON", 415)
                .containsEntry("compressed", 415)
                .containsEntry("no token", 401)
                .containsEntry("odd token", 200)
                .containsEntry("token again", 401)
                .containsEntry("fetch WELL", 200)
                .containsEntry("fetch UNAUTHORIZED", 412)
                .containsEntry("fetch BROKEN", 412)
                .containsEntry("fetch SLOW", 412)
                .containsEntry("fetch OTHER_PATIENT", 400)
                .containsEntry("feedback", 200)
                .containsEntry("feedback of no kind", 400)
                .containsEntry("feedback not kept", 503)
                .containsEntry("discovery", 200)
                .containsEntry("nothing there", 404)
                .containsEntry("method", 405)
                .containsEntry("head too large", 431)
                .containsEntry("no HTTP", 505)
                .containsEntry("too often", 429);
        assertThat(statuses.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("bad token"))
                        .map(Map.Entry::getValue))
                .isNotEmpty()
                .containsOnly(401);
    }

    @Test
    void logAndStreamsHoldNoCanaryAndNoTokenAtAnyLevel() {
        String log = new String(left.getOrDefault("log", new byte[0]), StandardCharsets.UTF_8);

        assertThat(log).contains("TRACE", "refused: cause=", "call failed, id", "feedback refused");
        assertThat(new LeakSearch(Canary.allBut()).find(log)).isEmpty();
        assertThat(new LeakSearch(Canary.allBut()).find(left.get("out"))).isEmpty();
        assertThat(log).doesNotContain(tokens).doesNotContain("forged=1");
    }

    @Test
    void metricsHoldNoCanary() {
        assertThat(new String(metrics, StandardCharsets.UTF_8)).contains("nextline_calls_total");
        assertThat(new LeakSearch(Canary.allBut()).find(metrics)).isEmpty();
    }

    @Test
    void errorsAndHeadersHoldNoCanary() {
        LeakSearch search = new LeakSearch(Canary.allBut());
        for (Heard answer : heard) {
            assertThat(search.find(answer.head())).as(answer.path()).isEmpty();
            assertThat(answer.head() + answer.text()).as(answer.path()).doesNotContain(tokens);
            if (answer.status() != 200) {
                assertThat(search.find(answer.bytes())).as(answer.path()).isEmpty();
                assertThat(answer.text()).doesNotContain("\tat ", "Exception", "java.");
            }
        }
    }

    @Test
    void cardsReferToResourcesAndRepeatNothingElseOfTheRecord() {
        List<Heard> answered =
                heard.stream().filter(answer -> answer.status() == 200).toList();

        assertThat(answered).anyMatch(answer -> answer.text().contains("\"suggestions\""));
        for (Heard answer : answered) {
            assertThat(new LeakSearch(Canary.allBut(Kind.RESOURCE)).find(answer.bytes()))
                    .as(answer.path())
                    .isEmpty();
        }
    }

    @Test
    void auditTrailHoldsTheIdsOfPatientAndUserAndNothingElse() {
        List<byte[]> trail = left.entrySet().stream()
                .filter(file -> file.getKey().startsWith("audit/"))
                .map(Map.Entry::getValue)
                .toList();

        assertThat(trail).hasSize(1);
        String text = new String(trail.get(0), StandardCharsets.UTF_8);
        assertThat(text).contains("Patient/" + Canary.PATIENT_ID.value(), "Practitioner/" + Canary.USER_ID.value());
        assertThat(new LeakSearch(Canary.allBut(Kind.AUDITED)).find(text)).isEmpty();
        assertThat(text).doesNotContain(tokens);
    }

    @Test
    void feedbackHoldsWhatTheClinicianTypedAndNothingElse() {
        List<String> kept = left.keySet().stream()
                .filter(name -> name.startsWith("feedback.db"))
                .toList();

        assertThat(kept).contains("feedback.db", "feedback.db-wal");
        for (String file : kept) {
            byte[] bytes = left.get(file);
            assertThat(new LeakSearch(Canary.allBut(Kind.TYPED)).find(bytes))
                    .as(file)
                    .isEmpty();
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain(tokens);
        }
        assertThat(exports).contains(Canary.COMMENT.value(), "{\"");
        assertThat(new LeakSearch(Canary.allBut(Kind.TYPED)).find(exports)).isEmpty();
    }

    @Test
    void auditTrailThatCannotBeWrittenLeaksNothingEither() throws Exception {
        Path service = Files.createDirectory(folder.resolve("without-trail"));
        Files.writeString(service.resolve("audit"), "a file where the folder should be");
        try (CanaryRun run = new CanaryRun(service)) {
            Heard refused = run.call("no trail", run.request());
            byte[] log = run.end().getOrDefault("log", new byte[0]);

            assertThat(refused.status()).isEqualTo(503);
            assertThat(new LeakSearch(Canary.allBut()).find(refused.bytes())).isEmpty();
            assertThat(new String(log, StandardCharsets.UTF_8)).contains("audit trail cannot be written");
            assertThat(new LeakSearch(Canary.allBut()).find(log)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "org.slf4j.simpleLogger.log.org.eclipse.jetty.http=debug, org.eclipse.jetty.http",
        "jdk.httpclient.HttpClient.log=all, jdk.httpclient.HttpClient.log"
    })
    void serviceDoesNotStartWhereALibraryWouldWriteCallsIntoTheLog(String option, String named) throws Exception {
        Path service = Files.createTempDirectory(folder, "talkative");

        assertThatThrownBy(() -> new CanaryRun(service, "-D" + option))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the log of " + named + " is open so wide");
    }

    @AfterAll
    void nothingElseWasLeft() {
        assertThat(left.keySet())
                .allMatch(name ->
                        name.matches("log|out|ehr\\.json|.*\\.properties|audit/audit-.*\\.jsonl|feedback\\.db.*"));
    }
}
