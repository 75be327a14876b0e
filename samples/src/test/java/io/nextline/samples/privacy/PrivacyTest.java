package io.nextline.samples.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.samples.privacy.Canary.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final String ENDS = """
            cards = 200
            no card = 200
            failing = 500
            cut off = 400
            field twice = 400
            unknown hook = 400
            no JSON = 400
            odd id = 400
            other patient = 400
            nothing sent = 412
            too large = 413
            not JSON = 415
            compressed = 415
            no token = 401
            odd token = 200
            token again = 401
            fetch WELL = 200
            fetch UNAUTHORIZED = 412
            fetch BROKEN = 412
            fetch SLOW = 412
            fetch OTHER_PATIENT = 400
            feedback = 200
            feedback of no kind = 400
            feedback not kept = 503
            discovery = 200
            nothing there = 404
            method = 405
            page = 200
            page as it was = 200
            page in JSON = 200
            attributes = 200
            page moved = 301
            no page = 404
            no attributes = 404
            page by method = 405
            head too large = 431
            address too long = 414
            broken off = 400
            no HTTP = 505
            two lengths = 400
            odd length = 400
            length and chunks = 400
            odd chunk = 400
            space in a name = 400
            control character = 400
            folded header = 400
            odd escape = 400
            odd UTF-8 = 400
            path upwards = 400
            odd port = 400
            odd method = 405
            odd expectation = 417
            too often = 429
            """;

    @TempDir
    private static Path folder;

    private final Map<String, Integer> statuses = new TreeMap<>();
    private Map<String, byte[]> left = new TreeMap<>();
    private List<Heard> heard = List.of();
    private List<String> tokens = List.of();
    private byte[] metrics = new byte[0];
    private String exports = "";

    @BeforeAll
    void everyPathIsTaken() throws Exception {
        Path service = Files.createDirectory(folder.resolve("service"));
        try (CanaryRun run = new CanaryRun(service)) {
            CanaryPaths paths = new CanaryPaths(run);
            paths.takeAll();
            exports = run.export("csv") + run.export("ndjson");
            paths.callTooOften();
            metrics = run.operators("metrics", "/metrics").bytes();
            left = run.process.end();
            paths.journal().forEach(left::putIfAbsent);
            heard = run.process.heard();
            tokens = run.tokens.parts();
        }
        heard.forEach(answer -> statuses.put(answer.path(), answer.status()));
    }

    @Test
    void everyPathEndedAsItWasMeantTo() {
        ENDS.lines()
                .map(line -> line.split(" = ", -1))
                .forEach(end -> assertThat(statuses).containsEntry(end[0], Integer.valueOf(end[1])));
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
            byte[] log = run.process.end().getOrDefault("log", new byte[0]);

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
