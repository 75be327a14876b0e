package io.nextline.samples.patients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.cdshooks.CdsService;
import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.ServiceSettings;
import io.nextline.cdshooks.fetch.FetchLimits;
import io.nextline.cdshooks.fetch.FetchSettings;
import io.nextline.cdshooks.fetch.FhirEndpoint;
import io.nextline.cdshooks.prefetch.PrefetchKey;
import io.nextline.cdshooks.security.Caller;
import io.nextline.core.Nextline;
import io.nextline.core.WrongPatientException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same data give the same answer, to the byte, whether they came along or were fetched page by page. */
@Tag("HZ-05")
class FetchedEqualsPrefetchedTest {

    private static final Nextline NEXTLINE = Nextline.load();
    private static final Caller CALLER = new Caller("https://ehr.example", null);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final FetchLimits LIMITS =
            new FetchLimits(LONG, LONG, LONG, LONG, 4, 9, 200, 50, 8L * 1024 * 1024, 200);

    static List<SamplePatient> patients() {
        return SamplePatient.all().stream()
                .filter(patient -> !patientId(byType(patient.tree())).isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("patients")
    void answerFromFetchedDataIsTheAnswerFromPrefetch(SamplePatient patient) throws IOException {
        Map<String, List<JsonNode>> entries = byType(patient.tree());
        String id = patientId(entries);
        try (PagingServer server = new PagingServer(entries, 7)) {
            String prefetched = answer(patient, server, prefetched(entries, id));
            String fetched = answer(patient, server, fetched(server, id));

            assertThat(fetched).isEqualTo(prefetched);
        }
    }

    private static String patientId(Map<String, List<JsonNode>> entries) {
        List<JsonNode> patients = entries.getOrDefault("Patient", List.of());
        return patients.isEmpty() ? "" : patients.get(0).at("/resource/id").asText();
    }

    private static Map<String, List<JsonNode>> byType(JsonNode bundle) {
        Map<String, List<JsonNode>> entries = new HashMap<>();
        for (JsonNode entry : bundle.path("entry")) {
            entries.computeIfAbsent(entry.at("/resource/resourceType").asText(), type -> new ArrayList<>())
                    .add(entry);
        }
        return entries;
    }

    private static ObjectNode call(String id) {
        ObjectNode request = SamplePatient.MAPPER.createObjectNode();
        request.put("hook", "patient-view").put("hookInstance", "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea");
        request.putObject("context").put("userId", "Practitioner/u1").put("patientId", id);
        return request;
    }

    private static ObjectNode prefetched(Map<String, List<JsonNode>> entries, String id) {
        ObjectNode request = call(id);
        ObjectNode prefetch = request.putObject("prefetch");
        for (PrefetchKey key : PrefetchKey.values()) {
            List<JsonNode> answer = new ArrayList<>(entries.getOrDefault(key.resourceType(), List.of()));
            if (key == PrefetchKey.MEDICATIONS) {
                answer.addAll(entries.getOrDefault("Medication", List.of()));
            }
            if (key == PrefetchKey.ASSESSMENTS) {
                answer.clear();
            }
            prefetch.set(
                    key.key(),
                    key.isSearch() ? PagingServer.bundle(answer) : answer.get(0).get("resource"));
        }
        return request;
    }

    private static ObjectNode fetched(PagingServer server, String id) {
        ObjectNode request = call(id);
        request.put("fhirServer", server.base());
        request.putObject("fhirAuthorization")
                .put("access_token", "token")
                .put("token_type", "Bearer")
                .put("expires_in", 300)
                .put("scope", "patient/*.rs")
                .put("subject", "nextline")
                .put("patient", id);
        return request;
    }

    private static String answer(SamplePatient patient, PagingServer server, ObjectNode request) throws IOException {
        FetchSettings fetch = FetchSettings.of(Map.of(CALLER.issuer(), List.of(FhirEndpoint.inside(server.base()))))
                .with(LIMITS);
        Clock clock = Clock.fixed(patient.asOf().atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        CdsServices services =
                new CdsServices(NEXTLINE, ServiceSettings.of(clock).with(fetch));
        try {
            byte[] body = services.call(
                            CdsService.PATIENT_VIEW, CALLER, new ByteArrayInputStream(SampleEngine.bytes(request)))
                    .body();
            return new String(body, StandardCharsets.UTF_8);
        } catch (WrongPatientException refused) {
            return "refused";
        }
    }
}
