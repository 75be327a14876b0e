package io.nextline.cdshooks.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.SampleRequest;
import io.nextline.cdshooks.ServiceSettings;
import io.nextline.cdshooks.http.AdminOptions;
import io.nextline.cdshooks.http.NextlineServer;
import io.nextline.cdshooks.http.ServerLimits;
import io.nextline.cdshooks.http.ServerOptions;
import io.nextline.cdshooks.operation.FetchOutcome;
import io.nextline.cdshooks.security.Caller;
import io.nextline.core.Nextline;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What those who run the service see of fetches, and what slow FHIR servers take from calls that need none. */
@Timeout(60)
class WatchedFetchTest {

    private static final Nextline NEXTLINE = Nextline.load();
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final FhirServer fhir = FhirServer.start();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void stop() {
        fhir.close();
    }

    private NextlineServer serve(ServerLimits limits) throws IOException {
        FetchSettings fetch = FetchSettings.of(
                        Map.of(Caller.DEVELOPMENT.issuer(), List.of(FhirEndpoint.inside(fhir.base()))))
                .with(Fetching.limits(Duration.ofSeconds(20), Duration.ofSeconds(20)));
        return NextlineServer.start(
                ServerOptions.development(0).with(limits).with(new AdminOptions("127.0.0.1", 0, true)),
                new CdsServices(NEXTLINE, ServiceSettings.of(Clock.systemUTC()).with(fetch)));
    }

    private CompletableFuture<HttpResponse<String>> call(NextlineServer server, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        server.base().resolve("/cds-services/nextline-patient-view"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        return client.sendAsync(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private byte[] fetching() {
        return Fetching.request(fhir.base()).bytes();
    }

    private String metrics(NextlineServer server) throws Exception {
        URI admin = server.admin();
        return client.send(HttpRequest.newBuilder(admin.resolve("/metrics")).build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void fetchesCarryTheTraceOfTheCallEachWithASpanOfItsOwn() throws Exception {
        try (NextlineServer server = serve(ServerLimits.development())) {
            assertThat(call(server, fetching(), "traceparent", PARENT, "tracestate", "ehr=a,lab=b")
                            .get()
                            .statusCode())
                    .isEqualTo(200);
        }

        Set<String> spans = new HashSet<>();
        for (FhirServer.Seen seen : fhir.seen()) {
            assertThat(seen.trace()).hasSize(2);
            assertThat(seen.trace().get(0))
                    .matches("00-" + TRACE + "-[0-9a-f]{16}-01")
                    .isNotEqualTo(PARENT);
            assertThat(seen.trace().get(1)).isEqualTo("ehr=a,lab=b");
            spans.add(seen.trace().get(0));
        }
        assertThat(spans).hasSameSizeAs(fhir.seen()).hasSizeGreaterThan(2);
    }

    @Test
    void withoutATraceNoneIsMadeUp() throws Exception {
        try (NextlineServer server = serve(ServerLimits.development())) {
            call(server, fetching(), "tracestate", "ehr=a").get();
        }

        assertThat(fhir.seen())
                .isNotEmpty()
                .allSatisfy(seen -> assertThat(seen.trace()).isEmpty());
    }

    @Test
    void outcomesOfFetchesAreOnTheCallsAccount() {
        fhir.on("Procedure", FhirServer.status(404)).on("Observation", FhirServer.status(403));

        List<FetchOutcome> outcomes =
                Fetching.of(fhir, Fetching.request(fhir.base())).outcomes();

        assertThat(outcomes).contains(FetchOutcome.FETCHED, FetchOutcome.NOT_THERE, FetchOutcome.REFUSED);
        assertThat(outcomes).hasSameSizeAs(fhir.seen());
    }

    @Test
    void serverThatIsLeftAloneShowsInTheMetrics() throws Exception {
        fhir.always(FhirServer.status(503));
        try (NextlineServer server = serve(ServerLimits.development())) {
            for (int i = 0; i < 4; i++) {
                assertThat(call(server, fetching()).get().statusCode()).isEqualTo(412);
            }

            assertThat(metrics(server))
                    .contains("nextline_fetch_suspended_servers 1.0")
                    .containsPattern("nextline_fetches_total\\{outcome=\"busy\"} [1-9]")
                    .containsPattern("nextline_fetches_total\\{outcome=\"suspended\"} [1-9]")
                    .doesNotContain(fhir.origin());
        }
    }

    @Test
    void callsThatWaitForASlowServerTakeNoPlaceFromThoseThatNeedNoFetch() throws Exception {
        fhir.always(fhir.after(30_000, FhirServer.json(SampleRequest.EMPTY)));
        ServerLimits limits = ServerLimits.development().withEvaluations(2, 32, Duration.ofSeconds(5));
        try (NextlineServer server = serve(limits.withFetching(12))) {
            List<CompletableFuture<HttpResponse<String>>> slow = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                slow.add(call(server, fetching()));
            }
            awaitWaiting(server, 12);

            for (int i = 0; i < 10; i++) {
                assertThat(call(server, SampleRequest.patientView().bytes())
                                .get(5, TimeUnit.SECONDS)
                                .statusCode())
                        .isEqualTo(200);
            }
            HttpResponse<String> oneTooMany = call(server, fetching()).get(5, TimeUnit.SECONDS);
            assertThat(oneTooMany.statusCode()).isEqualTo(503);
            assertThat(oneTooMany.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(slow).noneMatch(CompletableFuture::isDone);
            fhir.close();
            for (CompletableFuture<HttpResponse<String>> call : slow) {
                assertThat(call.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(412);
            }
        }
    }

    private void awaitWaiting(NextlineServer server, int calls) throws Exception {
        String line = "nextline_fetching " + calls + ".0";
        for (int i = 0; i < 200 && !metrics(server).contains(line); i++) {
            TimeUnit.MILLISECONDS.sleep(25);
        }
        assertThat(metrics(server)).contains(line, "nextline_evaluating 0.0");
    }
}
