package io.nextline.cdshooks.http;

import static io.nextline.cdshooks.http.SampleService.get;
import static io.nextline.cdshooks.http.SampleService.send;
import static io.nextline.cdshooks.http.SampleService.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.ResponseRules;
import io.nextline.cdshooks.SampleRequest;
import io.nextline.cdshooks.ServiceSettings;
import io.nextline.cdshooks.operation.CallWatch;
import io.nextline.cdshooks.operation.PageVisit;
import io.nextline.cdshooks.operation.RateLimit;
import io.nextline.cdshooks.page.PageRoute;
import io.nextline.cdshooks.page.PageSettings;
import io.nextline.cdshooks.security.DevelopmentGate;
import io.nextline.core.evidence.EvidenceBase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the evidence pages are handed out. */
@Timeout(60)
class PagesTest {
    private final List<PageVisit> visits = new ArrayList<>();
    private final CdsHooksHandler handler = handler(PageSettings.usual());

    private CdsHooksHandler handler(PageSettings pages) {
        CallWatch watch = new CallWatch() {
            @Override
            public void visited(PageVisit visit) {
                visits.add(visit);
            }
        };
        return new CdsHooksHandler(services(pages), Cors.none(), new DevelopmentGate(), null, watch, RateLimit.none());
    }

    private static CdsServices services(PageSettings pages) {
        return new CdsServices(
                (record, drafts, asOf, layer) -> SampleService.evaluate(true),
                EvidenceBase.bundled(),
                ServiceSettings.of(Clock.systemUTC()).with(pages));
    }

    @Test
    void aPageComesWithAPolicyThatLetsNothingRun() {
        HttpResponse page = get(handler, "/evidence/DS-1");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers())
                .containsEntry("Content-Type", "text/html; charset=utf-8")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Referrer-Policy", "no-referrer")
                .containsEntry("Cache-Control", "no-cache")
                .containsEntry(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
                                + " frame-ancestors 'none'");
    }

    @Test
    void aCopyThatIsStillGoodIsNotSentAgain() {
        HttpResponse page = get(handler, "/evidence/DS-1");
        Map<String, String> known = Map.of("If-None-Match", page.headers().get("ETag"));

        HttpResponse again = send(handler, "GET", "/evidence/DS-1", known, "");
        HttpResponse other = send(handler, "GET", "/evidence/DS-2", known, "");

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers())
                .containsKey("Content-Security-Policy")
                .containsEntry("ETag", page.headers().get("ETag"));
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void headTellsTheLengthAlone() {
        HttpResponse page = get(handler, "/evidence/DS-1");
        HttpResponse head = send(handler, "HEAD", "/evidence/DS-1", Map.of(), "");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.length()).isEqualTo(page.body().length);
        assertThat(head.headers()).isEqualTo(page.headers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void otherMethodsAreTurnedAway(String method) {
        HttpResponse response = send(handler, method, "/evidence/DS-1", Map.of(), "");

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.headers()).containsEntry("Allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void jsonIsForThoseWhoAskForIt() {
        Map<String, String> asked = Map.of("Accept", "application/json");

        JsonNode trial = ResponseRules.parse(
                send(handler, "GET", "/evidence/CONTACT-03", asked, "").body());
        JsonNode named =
                ResponseRules.parse(get(handler, "/evidence/CONTACT-03.json").body());
        JsonNode attributes = ResponseRules.parse(
                send(handler, "GET", "/evidence/DS-1/attributes", asked, "").body());

        assertThat(trial).isEqualTo(named);
        assertThat(trial.get(0).get("id").asText()).isEqualTo("CONTACT-03");
        assertThat(attributes.get("attributes")).hasSize(13);
        assertThat(send(handler, "GET", "/evidence/DS-1", Map.of("Accept", "text/html,application/json"), "")
                        .headers())
                .containsEntry("Content-Type", "text/html; charset=utf-8");
    }

    @Test
    void anotherSpellingLeadsToThePage() {
        HttpResponse moved = get(handler, "/evidence/contact-03");

        assertThat(moved.status()).isEqualTo(301);
        assertThat(moved.headers()).containsEntry("Location", "CONTACT-03");
    }

    @Test
    void idOfATrialLeadsToItsPageAsAUrlWritesIt() {
        HttpResponse moved = get(handler, "/evidence/lenvatinib+everolimus%20phase%202");

        assertThat(moved.status()).isEqualTo(301);
        assertThat(moved.headers()).containsEntry("Location", "lenvatinib-everolimus-phase-2");
        assertThat(get(handler, "/evidence/100%").status()).isEqualTo(404);
        assertThat(get(handler, "/evidence/..%2f..%2fDS-1%00").status()).isEqualTo(404);
    }

    @Test
    void whatIsNotThereGetsAPageThatHelps() {
        HttpResponse page = get(handler, "/evidence/CONTACT-33");

        assertThat(page.status()).isEqualTo(404);
        assertThat(text(page)).contains("CONTACT-03").contains("All statements and trials");
        assertThat(get(handler, "/evidences").status()).isEqualTo(404);
    }

    @Test
    void whoMayFramePagesIsChosen() {
        PageSettings framed = new PageSettings(true, List.of("'self'", "https://ehr.example"), null);

        assertThat(get(handler(framed), "/evidence").headers().get("Content-Security-Policy"))
                .endsWith("frame-ancestors 'self' https://ehr.example");
    }

    @Test
    void pagesThatAreOffAreNotThere() {
        PageSettings off = new PageSettings(false, List.of("'none'"), URI.create("https://cds.example"));

        assertThat(get(handler(off), "/evidence/DS-1").status()).isEqualTo(404);
        assertThat(links(handler(off)).toString()).doesNotContain("evidence/");
    }

    @Test
    void visitsAreToldByRouteAndNeverByPath() {
        get(handler, "/evidence");
        get(handler, "/evidence/DS-1");
        get(handler, "/evidence/DS-1/attributes");
        get(handler, "/evidence/style.css");
        get(handler, "/evidence/ds-1");
        get(handler, "/evidence/secret-of-a-caller");

        assertThat(visits)
                .extracting(PageVisit::route)
                .containsExactly(
                        PageRoute.INDEX,
                        PageRoute.ENTRY,
                        PageRoute.ATTRIBUTES,
                        PageRoute.ASSET,
                        PageRoute.ENTRY,
                        PageRoute.MISSING);
        assertThat(visits).extracting(PageVisit::outcome).endsWith(PageVisit.Outcome.MOVED, PageVisit.Outcome.MISSING);
    }

    private static JsonNode links(CdsHooksHandler handler) {
        HttpResponse answer = SampleService.post(
                handler,
                "nextline-order-sign",
                new String(SampleRequest.of("order-sign").bytes(), StandardCharsets.UTF_8));
        return ResponseRules.parse(answer.body()).get("cards").get(0).path("links");
    }

    @Test
    void aCardLeadsToThePageOfItsStatementWhereTheAddressIsKnown() {
        URI base = URI.create("https://cds.hospital.example/nextline");

        JsonNode link = links(handler(PageSettings.usual().at(base))).get(0);

        assertThat(link.get("url").asText())
                .matches("https://cds\\.hospital\\.example/nextline/evidence/(DS|UPD)-\\d+");
        assertThat(link.get("type").asText()).isEqualTo("absolute");
        assertThat(link.get("label").asText()).contains("evidence page");
        assertThat(links(handler).toString()).doesNotContain("/evidence/");
    }

    @Test
    void aServerForDevelopmentLinksToItself() throws Exception {
        try (NextlineServer server = NextlineServer.start(ServerOptions.development(0), SampleService.services())) {
            HttpClient client = HttpClient.newHttpClient();
            HttpRequest call = HttpRequest.newBuilder(server.base().resolve("/cds-services/nextline-order-sign"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                            SampleRequest.of("order-sign").bytes()))
                    .build();
            JsonNode cards = ResponseRules.parse(
                    client.send(call, BodyHandlers.ofByteArray()).body());
            URI link = URI.create(cards.at("/cards/0/links/0/url").asText());

            java.net.http.HttpResponse<String> page =
                    client.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
            java.net.http.HttpResponse<String> style = client.send(
                    HttpRequest.newBuilder(link.resolve("style.css")).build(), BodyHandlers.ofString());

            assertThat(link.toString()).startsWith(server.base() + "/evidence/");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
            assertThat(style.headers().firstValue("Content-Type")).hasValue("text/css; charset=utf-8");
        }
    }
}
