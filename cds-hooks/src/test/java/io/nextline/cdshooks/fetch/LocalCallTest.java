package io.nextline.cdshooks.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.cdshooks.CdsAnswer;
import io.nextline.cdshooks.CdsService;
import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.MissingDataException;
import io.nextline.cdshooks.SampleRequest;
import io.nextline.cdshooks.ServiceSettings;
import io.nextline.cdshooks.prefetch.PrefetchState;
import io.nextline.cdshooks.request.AccessToken;
import io.nextline.core.Nextline;
import io.nextline.core.evidence.NoCardReason;
import io.nextline.core.fhir.Coverage;
import io.nextline.core.fhir.QueryAnswer;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordArea;
import io.nextline.core.fhir.RecordBuilder;
import io.nextline.core.fhir.RecordReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From a request without data to the answer, by way of the host's own data. */
class LocalCallTest {

    private static final Nextline NEXTLINE = Nextline.load();
    private static final String BASE = "https://host.example/fhir";

    private static final String CANCER =
            "{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"c\",\"code\":{\"coding\":"
                    + "[{\"system\":\"http://snomed.info/sct\",\"code\":\"702391001\"}]},\"subject\":{\"reference\":\"Patient/p1\"}}}";

    /** Data by what a URL begins with; everything else is an empty Bundle. */
    private static final class Host implements LocalSource {

        private final Map<String, LocalAnswer> answers = new HashMap<>();
        private final List<String> asked = new ArrayList<>();
        private final List<String> tokens = new ArrayList<>();

        Host on(String start, int status, String json) {
            answers.put(start, new LocalAnswer(status, json.getBytes(StandardCharsets.UTF_8)));
            return this;
        }

        @Override
        public boolean isAt(String fhirServer) {
            return fhirServer.equals(BASE);
        }

        @Override
        public LocalAnswer read(String url, @Nullable AccessToken token) {
            asked.add(url);
            tokens.add(token == null ? "none" : token.header());
            return answers.entrySet().stream()
                    .filter(answer -> url.startsWith(answer.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseGet(() -> new LocalAnswer(200, bundle("", "").getBytes(StandardCharsets.UTF_8)));
        }
    }

    private final Host host = new Host()
            .on("Patient/p1", 200, "{\"resourceType\":\"Patient\",\"id\":\"p1\",\"birthDate\":\"1950-01-01\"}")
            .on("Condition?", 200, bundle("", CANCER));

    private static String bundle(String link, String entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"," + link + "\"entry\":[" + entries + "]}";
    }

    private static String next(String url) {
        return "\"link\":[{\"relation\":\"next\",\"url\":\"" + url + "\"}],";
    }

    private CdsAnswer call(SampleRequest request) throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
        FetchSettings patient =
                FetchSettings.off().with(Fetching.limits(Duration.ofSeconds(20), Duration.ofSeconds(20)));
        CdsServices services =
                new CdsServices(NEXTLINE, ServiceSettings.of(clock).with(patient), host);
        return services.call(CdsService.PATIENT_VIEW, Fetching.CALLER, new ByteArrayInputStream(request.bytes()));
    }

    @Test
    void requestWithoutPrefetchIsAnsweredFromTheHost() throws IOException {
        CdsAnswer answer = call(Fetching.request(BASE));
        assertThat(answer.noCardReason()).isEqualTo(NoCardReason.NO_SYSTEMIC_THERAPY);
        assertThat(host.asked).startsWith("Patient/p1").allMatch(url -> url.contains("p1"));
        assertThat(host.tokens).containsOnly("Bearer " + Fetching.TOKEN);
    }

    @Test
    void withoutAnAuthorizationTheHostDecidesWhatAnybodyMayRead() throws IOException {
        SampleRequest request = Fetching.request(BASE).top("fhirAuthorization", null);
        assertThat(call(request).noCardReason()).isEqualTo(NoCardReason.NO_SYSTEMIC_THERAPY);
        assertThat(host.tokens).containsOnly("none");
    }

    @Test
    void pagesAreReadToTheLastAsTheHostLinksThem() throws IOException {
        host.on("Condition?", 200, bundle(next("page-2"), "")).on("page-2", 200, bundle("", CANCER));
        assertThat(call(Fetching.request(BASE)).noCardReason()).isEqualTo(NoCardReason.NO_SYSTEMIC_THERAPY);
        assertThat(host.asked).contains("page-2");
    }

    // A page that links to itself ends the reading and leaves the area open.
    @Test
    void endlessPagesEndAndWeaken() {
        host.on("MedicationRequest?", 200, bundle(next("page-2"), "")).on("page-2", 200, bundle(next("page-2"), ""));
        RecordBuilder record = new RecordBuilder();
        FetchLimits limits = Fetching.limits(Duration.ofSeconds(20), Duration.ofSeconds(20));
        Deadline deadline = Deadline.start(System::nanoTime, limits.soft(), limits.hard());
        RecordReader resources = new RecordReader(ReadLimits.forRequests());
        LocalReader reader = new LocalReader(host, null, limits, deadline, resources, record);
        LocalReader.Ending ending =
                reader.read("MedicationRequest?patient=p1", new QueryAnswer(RecordArea.MEDICATIONS, true));
        assertThat(ending.problem()).isEqualTo(FetchProblem.TOO_MANY);
        assertThat(ending.state()).isEqualTo(PrefetchState.PAGED);
        assertThat(record.build("p1").coverage().of(RecordArea.MEDICATIONS)).isEqualTo(Coverage.State.PARTIAL);
    }

    @Test
    void anotherFhirServerIsNotTheHost() {
        assertThatThrownBy(() -> call(Fetching.request("https://other.example/fhir")))
                .isInstanceOf(MissingDataException.class);
        assertThat(host.asked).isEmpty();
    }

    @Test
    void tokenForAnotherPatientReadsNothing() {
        SampleRequest request =
                Fetching.request(BASE).top("fhirAuthorization", Fetching.authorization(",\"patient\":\"p2\""));
        assertThatThrownBy(() -> call(request)).isInstanceOf(MissingDataException.class);
        assertThat(host.asked).isEmpty();
    }

    @Test
    void scopeThatDoesNotCoverAResourceIsNotTried() {
        SampleRequest request = Fetching.request(BASE)
                .top("fhirAuthorization", Fetching.authorization(",\"scope\":\"patient/Patient.rs\""));
        assertThatThrownBy(() -> call(request)).isInstanceOf(MissingDataException.class);
        assertThat(host.asked).containsExactly("Patient/p1");
    }

    @Test
    void refusalUnderARequiredKeyIsNeverAnAnswerWithoutCards() {
        for (int status : new int[] {401, 403, 404, 500, 503}) {
            host.on("Condition?", status, "");
            assertThatThrownBy(() -> call(Fetching.request(BASE)))
                    .as("status %d", status)
                    .isInstanceOf(MissingDataException.class);
        }
    }
}
