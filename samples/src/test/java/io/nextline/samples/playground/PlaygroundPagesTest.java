package io.nextline.samples.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.ServiceSettings;
import io.nextline.cdshooks.feedback.FeedbackSettings;
import io.nextline.cdshooks.feedback.FeedbackStore;
import io.nextline.cdshooks.http.CdsHooksHandler;
import io.nextline.cdshooks.http.Cors;
import io.nextline.cdshooks.http.HttpRequest;
import io.nextline.cdshooks.http.HttpResponse;
import io.nextline.cdshooks.page.PageStyle;
import io.nextline.cdshooks.security.DevelopmentGate;
import io.nextline.cdshooks.security.Peer;
import io.nextline.core.Nextline;
import io.nextline.samples.cli.input.SampleCases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the playground answers its page, and whom it does not answer. */
final class PlaygroundPagesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DAY = "/playground/at/2026-11-21/all";
    private static final PlaygroundPages PAGES = pages();

    private static PlaygroundPages pages() {
        Nextline nextline = Nextline.load();
        FeedbackStore store = FeedbackSettings.inMemory().store();
        CdsServices services = new CdsServices(nextline, ServiceSettings.of(Clock.systemUTC()));
        return new PlaygroundPages(
                nextline, store, new CdsHooksHandler(services, Cors.none(), new DevelopmentGate(), null));
    }

    @Test
    void pageComesWithAPolicyThatAllowsItsOwnFilesOnly() throws IOException {
        HttpResponse page = get("/");

        assertThat(page.headers())
                .containsEntry("Content-Type", "text/html; charset=utf-8")
                .containsEntry("X-Content-Type-Options", "nosniff");
        assertThat(page.headers().get("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void everyFileThatThePageNamesIsThereAndNothingIsInline() throws IOException {
        String page = text(get("/"));

        assertThat(page).doesNotContain("<style", " style=", " onclick=", "http://", "https://");
        for (String file : page.split("\"", -1)) {
            if (file.startsWith("/playground/")) {
                assertThat(get(file).status()).as(file).isEqualTo(200);
            }
        }
    }

    @Test
    void coloursAreThoseOfTheEvidencePages() throws IOException {
        Map<String, List<String>> pages = colours(PageStyle.css());
        Map<String, List<String>> playground = colours(text(get("/playground/playground.css")));

        assertThat(playground).containsKeys("--paper", "--ink", "--accent", "--soft");
        pages.keySet().retainAll(playground.keySet());
        pages.forEach(
                (name, values) -> assertThat(playground.get(name)).as(name).isEqualTo(values));
    }

    /** The colours of each name, for light screens and for dark ones. */
    private static Map<String, List<String>> colours(String css) {
        Map<String, List<String>> colours = new HashMap<>();
        Matcher named = Pattern.compile("(--[a-z-]+): (#[0-9a-f]+);").matcher(css);
        while (named.find()) {
            List<String> values = colours.computeIfAbsent(named.group(1), name -> new ArrayList<>());
            if (values.size() < 2) {
                values.add(named.group(2));
            }
        }
        return colours;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/playground/",
                "/playground/nothing.js",
                "/playground/../Playground.class",
                "/playground/patients/../index.json",
                "/playground/patients/nobody",
                "/playground/at/2026-02-30/all/story",
                "/playground/at/2026-11-21/some/story",
                "/playground/page/index.html"
            })
    void whatIsNotListedIsNotThere(String path) throws IOException {
        assertThat(get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example,,,403",
        "127.0.0.1.evil.example:8080,,,403",
        "localhost:8080,http://evil.example,,403",
        "localhost:8080,null,,403",
        "localhost:8080,http://localhost:9999,,403",
        "localhost:8080,,cross-site,403",
        "localhost:8080,,same-site,403",
        "localhost:8080,http://localhost:8080,same-origin,200",
        "LOCALHOST,,none,200",
        "127.0.0.1:8080,,,200",
        "[::1]:8080,http://[::1]:8080,same-origin,200"
    })
    void onlyThePageItselfIsAnswered(String host, String origin, String site, int status) throws IOException {
        Map<String, String> headers = new HashMap<>(Map.of("Host", host));
        if (origin != null) {
            headers.put("Origin", origin);
        }
        if (site != null) {
            headers.put("Sec-Fetch-Site", site);
        }

        assertThat(send("GET", "/playground/drugs", headers, new byte[0]).status())
                .isEqualTo(status);
    }

    @Test
    void linkFromAnotherSiteMayOpenThePageButNothingElse() throws IOException {
        Map<String, String> headers = Map.of("Host", "localhost:8080", "Sec-Fetch-Site", "cross-site");

        assertThat(send("GET", "/", headers, new byte[0]).status()).isEqualTo(200);
        assertThat(send("POST", "/", headers, new byte[0]).status()).isEqualTo(403);
    }

    @Test
    void everySamplePatientIsListedAndOpens() throws IOException {
        JsonNode patients = json(get("/playground/patients"));

        assertThat(patients).hasSize(new SampleCases().all().size());
        for (JsonNode patient : patients) {
            JsonNode one =
                    json(get("/playground/patients/" + patient.path("folder").asText()));
            assertThat(one.path("bundle").path("resourceType").asText()).isEqualTo("Bundle");
            assertThat(one.path("about").asText()).isNotBlank();
            one.path("variants")
                    .forEach(variant -> variant.path("files")
                            .forEach(file -> assertThat(one.path("drafts").has(file.asText()))
                                    .isTrue()));
        }
    }

    @Test
    void drugsCanBeOrderedByTheirIngredient() throws IOException {
        assertThat(json(get("/playground/drugs")).findValuesAsText("name"))
                .contains("cabozantinib", "atezolizumab")
                .doesNotContain("amlodipine");
    }

    @Test
    void servicesAnswerAsOfTheDayOfTheirAddress() throws IOException {
        JsonNode answer = json(post(DAY + "/cds-services/nextline-patient-view", request()));

        assertThat(answer.path("extension")
                        .path("io.nextline.assessment")
                        .path("progression")
                        .path("date")
                        .asText())
                .isEqualTo("2026-10-21");
        assertThat(answer.path("cards").get(0).findPath("asOf").asText()).isEqualTo("2026-11-21");
        JsonNode earlier = json(post("/playground/at/2026-06-01/seed/cds-services/nextline-patient-view", request()));
        assertThat(earlier.findPath("progression").toString()).isNotEmpty().doesNotContain("2026-10-21");
        assertThat(earlier.findPath("layer").asText()).isEqualTo("seed");
    }

    @Test
    void storyTellsTheCriteriaWithTheirEntriesAndTheChangesThatFit() throws IOException {
        JsonNode told = json(post(DAY + "/story", request()));

        JsonNode statement = told.path("story").path("statements").get(0);
        assertThat(statement.path("id").asText()).isEqualTo("DS-1");
        assertThat(statement.path("criterion").findValuesAsText("reference")).isNotEmpty();
        assertThat(told.path("changes").findValuesAsText("id"))
                .contains("ici-toxicity", "remove-ecog")
                .doesNotContain("add-progression");
    }

    @Test
    void changeGivesTheRecordBackWithItsEdits() throws IOException {
        JsonNode changed = json(post(DAY + "/changes/remove-ecog", bundle()));

        assertThat(changed.path("edits").findValuesAsText("verb")).containsOnly("removed");
        assertThat(changed.path("bundle").path("entry").size())
                .isLessThan(MAPPER.readTree(bundle()).path("entry").size());
        assertThat(post(DAY + "/changes/no-such-change", bundle()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/story", "/changes/remove-ecog"})
    void bodyThatCannotBeReadIsToldAndNotRepeated(String path) throws IOException {
        for (String body : new String[] {"canary{", "[]", "{\"canary\": 1}", "{\"entry\": 3}"}) {
            HttpResponse answer = post(DAY + path, body.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(text(answer)).contains("error").doesNotContain("canary");
        }
    }

    @Test
    void feedbackOfAnEmptyStoreIsEmpty() throws IOException {
        assertThat(json(get("/playground/feedback")).path("kept").asInt()).isZero();
    }

    private static byte[] bundle() throws IOException {
        try (InputStream in = SampleCases.open("01-rcc-reference/bundle.json")) {
            return in.readAllBytes();
        }
    }

    /** A request with everything under the required keys. */
    private static byte[] request() throws IOException {
        JsonNode bundle = MAPPER.readTree(bundle());
        ObjectNode request = MAPPER.createObjectNode()
                .put("hook", "patient-view")
                .put("hookInstance", "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea");
        JsonNode patient = bundle.path("entry").get(0).path("resource");
        request.putObject("context")
                .put("userId", "Practitioner/1")
                .put("patientId", patient.path("id").asText());
        ObjectNode prefetch = request.putObject("prefetch");
        prefetch.set("patient", patient);
        prefetch.set("conditions", bundle);
        prefetch.putObject("medications").put("resourceType", "Bundle").put("type", "searchset");
        return MAPPER.writeValueAsBytes(request);
    }

    private static HttpResponse get(String path) throws IOException {
        return send("GET", path, Map.of("Host", "127.0.0.1:8080"), new byte[0]);
    }

    private static HttpResponse post(String path, byte[] body) throws IOException {
        Map<String, String> headers = Map.of("Host", "127.0.0.1:8080", "Content-Type", "application/json");
        return send("POST", path, headers, body);
    }

    private static HttpResponse send(String method, String path, Map<String, String> headers, byte[] body)
            throws IOException {
        return PAGES.answer(new HttpRequest(
                method, path, HttpRequest.Headers.of(headers), new ByteArrayInputStream(body), Peer.LOCAL));
    }

    private static JsonNode json(HttpResponse response) throws IOException {
        assertThat(response.status()).as(text(response)).isEqualTo(200);
        return MAPPER.readTree(response.body());
    }

    private static String text(HttpResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
