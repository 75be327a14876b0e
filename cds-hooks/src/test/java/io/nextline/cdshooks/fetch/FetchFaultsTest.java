package io.nextline.cdshooks.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.SampleRequest;
import io.nextline.cdshooks.prefetch.PrefetchKey;
import io.nextline.cdshooks.prefetch.PrefetchState;
import io.nextline.core.fhir.Coverage;
import io.nextline.core.fhir.RecordArea;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are wrong, broken, huge or hostile: what cannot be read is said, weakens the answer, and ends in time. */
@Tag("HZ-05")
class FetchFaultsTest {

    private static final String OTHER_TYPE =
            "{\"resourceType\":\"Observation\",\"id\":\"o1\",\"status\":\"final\",\"subject\":{\"reference\":\"Patient/p1\"}}";

    private final FhirServer server = FhirServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    static List<Arguments> faults() {
        return List.of(
                Arguments.of("unauthorised", FhirServer.status(401), FetchProblem.REFUSED),
                Arguments.of("forbidden", FhirServer.status(403), FetchProblem.REFUSED),
                Arguments.of("unknown", FhirServer.status(404), FetchProblem.NOT_THERE),
                Arguments.of("gone", FhirServer.status(410), FetchProblem.NOT_THERE),
                Arguments.of("failed", FhirServer.status(500), FetchProblem.STATUS),
                Arguments.of("overloaded", FhirServer.status(503), FetchProblem.BUSY),
                Arguments.of("nothing", FhirServer.status(204), FetchProblem.STATUS),
                Arguments.of("html", typed("text/html", "<html>log in</html>"), FetchProblem.NOT_FHIR),
                Arguments.of("html as json", FhirServer.json("<html>log in</html>"), FetchProblem.NOT_FHIR),
                Arguments.of("no type", typed("", SampleRequest.EMPTY), FetchProblem.NOT_FHIR),
                Arguments.of("xml", typed("application/fhir+xml", "<Bundle/>"), FetchProblem.NOT_FHIR),
                Arguments.of("outcome", FhirServer.json(SampleRequest.FAILED), FetchProblem.NOT_FHIR),
                Arguments.of("empty", FhirServer.json(""), FetchProblem.NOT_FHIR),
                Arguments.of("null", FhirServer.json("null"), FetchProblem.NOT_FHIR),
                Arguments.of("array", FhirServer.json("[]"), FetchProblem.NOT_FHIR),
                Arguments.of(
                        "cut", FhirServer.json("{\"resourceType\":\"Bundle\",\"entry\":[{"), FetchProblem.NOT_FHIR),
                Arguments.of("other type", FhirServer.json(SampleRequest.bundle(OTHER_TYPE)), FetchProblem.NOT_FHIR),
                Arguments.of("gzip", gzip(), FetchProblem.ENCODED),
                Arguments.of("cut connection", closing(), FetchProblem.UNREACHABLE));
    }

    private static FhirServer.Answer typed(String type, String body) {
        return exchange -> FhirServer.send(exchange, 200, type, body);
    }

    private static FhirServer.Answer gzip() {
        return exchange -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
                zip.write(SampleRequest.EMPTY.getBytes(StandardCharsets.UTF_8));
            }
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.getResponseHeaders().add("Content-Type", "application/fhir+json");
            exchange.sendResponseHeaders(200, bytes.size());
            exchange.getResponseBody().write(bytes.toByteArray());
        };
    }

    private static FhirServer.Answer closing() {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/fhir+json");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"resourceType\":".getBytes(StandardCharsets.UTF_8));
            throw new IOException("the server breaks off");
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    @Tag("HZ-30")
    void requiredSearchThatFailsStaysMissingAndSaysWhy(String name, FhirServer.Answer fault, FetchProblem problem) {
        server.on("Condition", fault);

        Fetching fetched = Fetching.of(server, Fetching.request(server.base()));

        assertThat(fetched.missing()).containsExactly(PrefetchKey.CONDITIONS);
        assertThat(fetched.problem(PrefetchKey.CONDITIONS)).isEqualTo(problem);
        assertThat(fetched.coverage(RecordArea.CONDITIONS)).isEqualTo(Coverage.State.PARTIAL);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void optionalSearchThatFailsLeavesItsAreaPartial(String name, FhirServer.Answer fault, FetchProblem problem) {
        server.on("Procedure", fault);

        Fetching fetched = Fetching.of(server, Fetching.request(server.base()));

        assertThat(fetched.missing()).isEmpty();
        assertThat(fetched.problem(PrefetchKey.PROCEDURES)).isEqualTo(problem);
        assertThat(fetched.coverage(RecordArea.PROCEDURES)).isEqualTo(Coverage.State.PARTIAL);
        assertThat(fetched.coverage(RecordArea.CONDITIONS)).isEqualTo(Coverage.State.COMPLETE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void furtherPageThatFailsLeavesTheAreaPartialAndTheAnswerUsable(
            String name, FhirServer.Answer fault, FetchProblem problem) {
        server.on(
                        "Condition",
                        FhirServer.json(FhirServer.page(SampleRequest.CONDITION, server.base() + "/Condition?page=2")))
                .on("Condition?page=2", fault);

        Fetching fetched = Fetching.of(server, Fetching.request(server.base()));

        assertThat(fetched.missing()).isEmpty();
        assertThat(fetched.record().conditions()).hasSize(1);
        assertThat(fetched.coverage(RecordArea.CONDITIONS)).isEqualTo(Coverage.State.PARTIAL);
    }

    @Test
    void serverWithoutMedicationStatementDoesNotWeakenTheRest() {
        server.on("MedicationStatement", FhirServer.status(404));

        Fetching fetched = Fetching.of(server, Fetching.request(server.base()));

        assertThat(fetched.state(PrefetchKey.STATEMENTS)).isEqualTo(PrefetchState.ABSENT);
        assertThat(fetched.coverage(RecordArea.MEDICATIONS)).isEqualTo(Coverage.State.COMPLETE);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectIsNotFollowedAndTheTokenNeverArrivesThere(int status) {
        try (FhirServer elsewhere = FhirServer.start()) {
            server.always(exchange -> {
                exchange.getResponseHeaders()
                        .add(
                                "Location",
                                elsewhere.origin() + exchange.getRequestURI().getPath());
                exchange.sendResponseHeaders(status, -1);
            });

            Fetching fetched = Fetching.of(server, Fetching.request(server.base()));

            assertThat(fetched.problem(PrefetchKey.CONDITIONS)).isEqualTo(FetchProblem.STATUS);
            assertThat(elsewhere.seen()).isEmpty();
        }
    }

    @Test
    void nextLinkToAnotherOriginOrBaseIsNotFollowed() {
        try (FhirServer elsewhere = FhirServer.start()) {
            for (String next : new String[] {
                elsewhere.base() + "/Condition?page=2",
                server.base().replace("http://", "http://127.0.0.1@") + "/Condition?page=2",
                server.origin() + "/fhir2/Condition?page=2",
                server.origin() + "/Condition?page=2",
                server.base() + "/../admin/Condition",
                server.base() + "/%2e%2e/admin/Condition",
                server.base() + "//Condition?page=2",
                server.base() + "/Condition?page=2#fragment",
                server.base().replace("http:", "https:") + "/Condition?page=2",
                "//" + elsewhere.base().substring("http://".length()),
                "/fhir/Condition?page=2",
                "file:///etc/passwd",
                "javascript:alert(1)",
                " "
            }) {
                server.on("Condition", FhirServer.json(FhirServer.page(SampleRequest.CONDITION, next)));
                int before = server.seen().size();

                Fetching fetched = Fetching.of(server, Fetching.request(server.base()));

                assertThat(fetched.coverage(RecordArea.CONDITIONS)).as(next).isEqualTo(Coverage.State.PARTIAL);
                assertThat(server.seen().size() - before).as(next).isEqualTo(9);
            }
            assertThat(elsewhere.seen()).isEmpty();
        }
    }

    @Test
    void nextLinksInACircleEndAfterOneRound() {
        server.on(
                        "Condition",
                        FhirServer.json(FhirServer.page(SampleRequest.CONDITION, server.base() + "/Condition?page=2")))
                .on("Condition?page=2", FhirServer.json(FhirServer.page(SampleRequest.CONDITION, "Condition?page=3")))
                .on("Condition?page=3", FhirServer.json(FhirServer.page(SampleRequest.CONDITION, "Condition?page=2")));

        Fetching fetched = Fetching.of(server, Fetching.request(server.base()));

        assertThat(server.asked())
                .filteredOn(asked -> asked.startsWith("Condition"))
                .hasSize(3);
        assertThat(fetched.coverage(RecordArea.CONDITIONS)).isEqualTo(Coverage.State.PARTIAL);
    }

    @Test
    void endlessPagesEndAfterTheFifth() {
        AtomicInteger page = new AtomicInteger();
        server.on(
                "Condition",
                exchange -> FhirServer.json(
                                FhirServer.page(SampleRequest.CONDITION, "Condition?page=" + page.incrementAndGet()))
                        .to(exchange));

        Fetching fetched = Fetching.of(server, Fetching.request(server.base()));

        assertThat(server.asked())
                .filteredOn(asked -> asked.startsWith("Condition"))
                .hasSize(5);
        assertThat(fetched.problem(PrefetchKey.CONDITIONS)).isEqualTo(FetchProblem.TOO_MANY);
        assertThat(fetched.missing()).isEmpty();
        assertThat(fetched.coverage(RecordArea.CONDITIONS)).isEqualTo(Coverage.State.PARTIAL);
    }

    @Test
    void endlessBodyIsCutOffAtTheBytesOfTheCall() {
        List<String> ends = new CopyOnWriteArrayList<>();
        server.always(exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/fhir+json");
            exchange.sendResponseHeaders(200, 0);
            byte[] block = " ".repeat(16 * 1024).getBytes(StandardCharsets.UTF_8);
            try {
                for (int i = 0; i < 64 * 1024; i++) {
                    exchange.getResponseBody().write(block);
                }
                ends.add("told all");
            } catch (IOException hungUp) {
                ends.add("hung up");
                throw hungUp;
            }
        });

        Fetching fetched = Fetching.of(
                Fetching.settings(server).with(Fetching.bytes(256 * 1024)), Fetching.request(server.base()));

        assertThat(fetched.problem(PrefetchKey.CONDITIONS)).isEqualTo(FetchProblem.TOO_LARGE);
        assertThat(ends).doesNotContain("told all");
    }

    @Test
    void declaredLengthOverTheBytesOfTheCallIsNotRead() {
        server.on("Condition", FhirServer.json(" ".repeat(20_000) + SampleRequest.EMPTY));

        Fetching fetched =
                Fetching.of(Fetching.settings(server).with(Fetching.bytes(10_000)), Fetching.request(server.base()));

        assertThat(fetched.problem(PrefetchKey.CONDITIONS)).isEqualTo(FetchProblem.TOO_LARGE);
        assertThat(fetched.state(PrefetchKey.MEDICATIONS)).isEqualTo(PrefetchState.EMPTY);
    }

    @Test
    void busyServerIsAskedOnceMore() {
        AtomicInteger calls = new AtomicInteger();
        server.on(
                "Condition",
                exchange -> (calls.incrementAndGet() == 1
                                ? FhirServer.status(503)
                                : FhirServer.json(SampleRequest.bundle(SampleRequest.CONDITION)))
                        .to(exchange));

        assertThat(Fetching.of(server, Fetching.request(server.base())).missing())
                .isEmpty();
        assertThat(calls).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void serverThatStaysBusyIsAskedTwiceAndNoMore(int status) {
        server.on("Condition", FhirServer.status(status));

        Fetching fetched = Fetching.of(server, Fetching.request(server.base()));

        assertThat(fetched.problem(PrefetchKey.CONDITIONS)).isEqualTo(FetchProblem.BUSY);
        assertThat(server.asked())
                .filteredOn(asked -> asked.startsWith("Condition"))
                .hasSize(2);
    }

    @Test
    void serverThatNamesATimeToComeBackIsNotAskedBefore() {
        server.on("Condition", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "5");
            FhirServer.status(503).to(exchange);
        });

        Fetching.of(server, Fetching.request(server.base()));

        assertThat(server.asked())
                .filteredOn(asked -> asked.startsWith("Condition"))
                .hasSize(1);
    }

    @Test
    void slowOptionalSearchesAreDroppedAtTheSoftDeadline() {
        server.on("Procedure", server.after(900, FhirServer.json(SampleRequest.EMPTY)));
        FetchLimits limits = Fetching.limits(Duration.ofMillis(500), Duration.ofSeconds(20));

        Fetching fetched = Fetching.of(Fetching.settings(server).with(limits), Fetching.request(server.base()));

        assertThat(fetched.missing()).isEmpty();
        assertThat(fetched.problem(PrefetchKey.PROCEDURES)).isEqualTo(FetchProblem.TOO_SLOW);
        assertThat(fetched.coverage(RecordArea.PROCEDURES)).isEqualTo(Coverage.State.PARTIAL);
    }

    @Test
    void slowRequiredSearchIsWaitedForBeyondTheSoftDeadline() {
        server.on("Condition", server.after(300, FhirServer.json(SampleRequest.bundle(SampleRequest.CONDITION))));
        FetchLimits limits = Fetching.limits(Duration.ofMillis(100), Duration.ofSeconds(20));

        Fetching fetched = Fetching.of(Fetching.settings(server).with(limits), Fetching.request(server.base()));

        assertThat(fetched.missing()).isEmpty();
    }

    @Test
    void dribblingServerIsHungUpOnAtTheHardDeadline() {
        List<String> ends = new CopyOnWriteArrayList<>();
        server.always(server.dribble(ends));
        FetchLimits limits = Fetching.limits(Duration.ofMillis(100), Duration.ofMillis(300));
        long start = System.nanoTime();

        Fetching fetched = Fetching.of(Fetching.settings(server).with(limits), Fetching.request(server.base()));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(fetched.problem(PrefetchKey.CONDITIONS)).isEqualTo(FetchProblem.TOO_SLOW);
        assertThat(ends).doesNotContain("told all");
    }

    @Test
    void timeThatIsOverBeforeAnythingWasAskedAsksNothing() {
        long[] now = {0};
        FetchSettings settings = Fetching.settings(server).with(() -> now[0]);
        DataAccess access = Fetching.access(settings);
        Deadline over = settings.start();
        now[0] = Duration.ofSeconds(60).toNanos();

        Fetching fetched = Fetching.until(over, access, Fetching.request(server.base()));

        assertThat(fetched.missing()).hasSize(3);
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void serverThatIsDownIsUnreachableAndAfterAWhileLeftAlone() {
        FetchSettings settings = Fetching.settings(server);
        DataAccess access = Fetching.access(settings);
        server.close();

        Fetching first = Fetching.of(access, settings, Fetching.request(server.base()));
        Fetching second = Fetching.of(access, settings, Fetching.request(server.base()));

        assertThat(first.problem(PrefetchKey.CONDITIONS)).isEqualTo(FetchProblem.UNREACHABLE);
        assertThat(second.problem(PrefetchKey.CONDITIONS)).isEqualTo(FetchProblem.SUSPENDED);
        assertThat(second.missing()).hasSize(3);
    }

    @Test
    void serverLeftAloneIsTriedAgainAfterThePause() {
        long[] now = {0};
        FetchSettings settings = Fetching.settings(server).with(() -> now[0]);
        DataAccess access = Fetching.access(settings);
        FhirServer.Answer fine = FhirServer.json(SampleRequest.EMPTY);
        server.always(FhirServer.status(503));
        Fetching.of(access, settings, Fetching.request(server.base()));
        server.on("Patient/p1", FhirServer.json(SampleRequest.PATIENT)).otherwise(fine);

        int whileAlone = server.seen().size();
        Fetching.of(access, settings, Fetching.request(server.base()));
        assertThat(server.seen()).hasSize(whileAlone);

        now[0] += Duration.ofSeconds(31).toNanos();
        Fetching.of(access, settings, Fetching.request(server.base()));
        Fetching mended = Fetching.of(access, settings, Fetching.request(server.base()));
        assertThat(mended.missing()).isEmpty();
    }

    @Test
    void moreEntriesThanTheLimitLeaveTheAreaPartial() {
        String[] many = new String[5_100];
        for (int i = 0; i < many.length; i++) {
            many[i] = "{\"resourceType\":\"Procedure\",\"id\":\"p" + i + "\"}";
        }
        server.on("Procedure", FhirServer.json(SampleRequest.bundle(many)));

        Fetching fetched = Fetching.of(server, Fetching.request(server.base()));

        assertThat(fetched.problem(PrefetchKey.PROCEDURES)).isEqualTo(FetchProblem.NOT_FHIR);
        assertThat(fetched.coverage(RecordArea.PROCEDURES)).isEqualTo(Coverage.State.PARTIAL);
    }
}
