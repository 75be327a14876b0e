package io.nextline.cdshooks.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.SampleRequest;
import io.nextline.cdshooks.prefetch.PrefetchKey;
import io.nextline.cdshooks.prefetch.PrefetchState;
import io.nextline.core.fhir.Coverage;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordArea;
import io.nextline.core.fhir.RecordReader;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is fetched, what is not, and with what in hand. */
class FetchTest {

    private static final String C2 = SampleRequest.CONDITION.replace("\"c1\"", "\"c2\"");
    private static final String C3 = SampleRequest.CONDITION.replace("\"c1\"", "\"c3\"");
    private static final String ORDER = "{\"resourceType\":\"MedicationRequest\",\"id\":\"m1\",\"status\":\"active\","
            + "\"intent\":\"order\",\"medicationReference\":{\"reference\":\"%s\"},\"subject\":{\"reference\":\"Patient/p1\"}}";

    private final FhirServer server = FhirServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyMissingKeyIsFetchedWithTheTokenOfTheCall() {
        Fetching fetched = Fetching.of(server, Fetching.request(server.base()));

        assertThat(fetched.missing()).isEmpty();
        assertThat(fetched.record().conditions()).hasSize(1);
        assertThat(fetched.record().patient()).isNotNull();
        assertThat(fetched.coverage(RecordArea.CONDITIONS)).isEqualTo(Coverage.State.COMPLETE);
        assertThat(fetched.coverage(RecordArea.MEDICATIONS)).isEqualTo(Coverage.State.COMPLETE);
        assertThat(server.seen()).allSatisfy(seen -> {
            assertThat(seen.authorization()).isEqualTo("Bearer " + Fetching.TOKEN);
            assertThat(seen.acceptEncoding()).isNull();
        });
        String[] templates = Stream.of(PrefetchKey.values())
                .filter(key -> key != PrefetchKey.ASSESSMENTS)
                .map(key -> key.template().replace("{{context.patientId}}", "p1"))
                .toArray(String[]::new);
        assertThat(server.asked()).containsExactlyInAnyOrder(templates);
    }

    @Test
    void searchBeyondTheEighthIsNotMadeAndLeavesItsAreaPartial() {
        Fetching fetched = Fetching.of(server, Fetching.request(server.base()));

        assertThat(fetched.problems()).isEqualTo(Map.of(PrefetchKey.ASSESSMENTS, FetchProblem.TOO_MANY));
        assertThat(fetched.coverage(RecordArea.OBSERVATIONS)).isEqualTo(Coverage.State.PARTIAL);
    }

    @Test
    void p8AndP9NullEmptyAndOperationOutcomeAreNotAskedForAgain() {
        Fetching fetched = Fetching.of(
                server,
                Fetching.request(server.base())
                        .prefetch("patient", "null")
                        .prefetch("conditions", SampleRequest.EMPTY)
                        .prefetch("medications", SampleRequest.FAILED));

        assertThat(server.asked()).noneMatch(asked -> asked.matches("(Patient|Condition|MedicationRequest)\\b.*"));
        assertThat(fetched.missing()).containsExactly(PrefetchKey.MEDICATIONS);
        assertThat(fetched.problem(PrefetchKey.MEDICATIONS)).isNull();
    }

    @Test
    void nothingIsFetchedWhenEverythingCameAlong() {
        SampleRequest request = Fetching.request(server.base());
        for (PrefetchKey key : PrefetchKey.values()) {
            request.prefetch(key.key(), "null");
        }

        assertThat(Fetching.of(server, request).missing()).isEmpty();
        assertThat(server.seen()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eachMissingKeyIsAskedForByItsTemplate(PrefetchKey wanted) {
        SampleRequest request = Fetching.request(server.base());
        for (PrefetchKey key : PrefetchKey.values()) {
            request.prefetch(key.key(), key == wanted ? null : "null");
        }

        Fetching fetched = Fetching.of(server, request);

        assertThat(server.asked()).containsExactly(wanted.template().replace("{{context.patientId}}", "p1"));
        assertThat(fetched.state(wanted).isUsable()).isTrue();
        assertThat(fetched.problems()).isEmpty();
    }

    @Test
    void p10UnreadPagesOfPrefetchAreReadAndMendTheArea() {
        server.on("Condition?page=2", FhirServer.json(FhirServer.page(C2, server.base() + "/Condition?page=3")))
                .on("Condition?page=3", FhirServer.json(SampleRequest.bundle(C3)));
        SampleRequest request = Fetching.request(server.base())
                .prefetch(
                        "conditions",
                        FhirServer.page(SampleRequest.CONDITION, server.base() + "/Condition?page=2")
                                .replace("\"type\"", "\"total\":3,\"type\""));

        Fetching fetched = Fetching.of(server, request);

        assertThat(fetched.record().conditions()).hasSize(3);
        assertThat(fetched.state(PrefetchKey.CONDITIONS)).isEqualTo(PrefetchState.SUPPLIED);
        assertThat(fetched.coverage(RecordArea.CONDITIONS)).isEqualTo(Coverage.State.COMPLETE);
        assertThat(fetched.record().issues()).isEmpty();
    }

    @Test
    void pagesAtTheBaseItselfAndRelativeLinksAreFollowed() {
        server.on("Condition", FhirServer.json(FhirServer.page(C2, server.base() + "?_getpages=7&_getpagesoffset=20")))
                .on("?_getpages=7&_getpagesoffset=20", FhirServer.json(FhirServer.page(C3, "Condition?page=3")))
                .on("Condition?page=3", FhirServer.json(SampleRequest.bundle(SampleRequest.CONDITION)));

        Fetching fetched = Fetching.of(server, Fetching.request(server.base()));

        assertThat(fetched.record().conditions()).hasSize(3);
        assertThat(fetched.coverage(RecordArea.CONDITIONS)).isEqualTo(Coverage.State.COMPLETE);
    }

    @Test
    void serverThatAllowsLocalhostIsCalledAtItsAddressAndItsPagesAreRead() {
        String byName = server.base().replace("127.0.0.1", "localhost");
        server.on("Condition", FhirServer.json(FhirServer.page(C2, server.base() + "/Condition?page=2")))
                .on("Condition?page=2", FhirServer.json(FhirServer.page(C3, byName + "/Condition?page=3")))
                .on("Condition?page=3", FhirServer.json(SampleRequest.bundle(SampleRequest.CONDITION)));
        FetchSettings settings = FetchSettings.of(
                        Map.of(Fetching.CALLER.issuer(), List.of(FhirEndpoint.inside(byName))))
                .with(Fetching.settings(server).limits());

        Fetching fetched = Fetching.of(settings, Fetching.request(byName));

        assertThat(fetched.record().conditions()).hasSize(3);
    }

    @Test
    void medicationsThatOrdersReferToAreFetchedInOneSearch() {
        String orders = SampleRequest.bundle(
                ORDER.formatted("Medication/b"),
                ORDER.formatted("Medication/a").replace("m1", "m2"),
                ORDER.formatted(server.base() + "/Medication/c/_history/4").replace("m1", "m3"),
                ORDER.formatted("Medication/a").replace("m1", "m4"),
                ORDER.formatted("https://elsewhere.example/fhir/Medication/d").replace("m1", "m5"),
                ORDER.formatted("#e").replace("m1", "m6"),
                ORDER.formatted("Medication/known").replace("m1", "m7"),
                "{\"resourceType\":\"Medication\",\"id\":\"known\"}");
        server.on("MedicationRequest", FhirServer.json(orders))
                .on(
                        "Medication",
                        FhirServer.json(SampleRequest.bundle(
                                "{\"resourceType\":\"Medication\",\"id\":\"a\",\"code\":{\"text\":\"nivolumab\"}}")));

        Fetching fetched = Fetching.of(server, Fetching.request(server.base()));

        assertThat(server.asked())
                .filteredOn(asked -> asked.startsWith("Medication?"))
                .containsExactly("Medication?_id=a,b,c");
        assertThat(fetched.record().medications()).hasSize(2);
        assertThat(fetched.coverage(RecordArea.MEDICATIONS)).isEqualTo(Coverage.State.COMPLETE);
    }

    @Test
    void medicationsOfPrefetchedAndDraftedOrdersAreFetchedEvenWhenNothingElseIsMissing() {
        SampleRequest request = Fetching.request(server.base());
        for (PrefetchKey key : PrefetchKey.values()) {
            request.prefetch(key.key(), "null");
        }
        request.prefetch("medications", SampleRequest.bundle(ORDER.formatted("Medication/a")))
                .top("hook", "\"order-sign\"")
                .context("draftOrders", SampleRequest.bundle(ORDER.formatted("Medication/b")));

        Fetching.of(server, request);

        assertThat(server.asked()).containsExactly("Medication?_id=a,b");
    }

    @Test
    @Tag("HZ-05")
    void scopeThatDoesNotCoverAResourceIsNotTriedAndLeavesTheAreaPartial() {
        SampleRequest request = Fetching.request(server.base())
                .top(
                        "fhirAuthorization",
                        Fetching.authorization(
                                ",\"scope\":\"patient/Patient.r patient/Condition.rs patient/MedicationRequest.read"
                                        + " patient/Observation.rs?category=laboratory launch\""));

        Fetching fetched = Fetching.of(server, request);

        assertThat(fetched.missing()).isEmpty();
        assertThat(fetched.problem(PrefetchKey.PROCEDURES)).isEqualTo(FetchProblem.NO_SCOPE);
        assertThat(fetched.problem(PrefetchKey.ADMINISTRATIONS)).isEqualTo(FetchProblem.NO_SCOPE);
        assertThat(fetched.coverage(RecordArea.PROCEDURES)).isEqualTo(Coverage.State.PARTIAL);
        assertThat(fetched.coverage(RecordArea.MEDICATIONS)).isEqualTo(Coverage.State.PARTIAL);
        assertThat(fetched.state(PrefetchKey.OBSERVATIONS)).isEqualTo(PrefetchState.EMPTY);
        assertThat(fetched.coverage(RecordArea.OBSERVATIONS)).isEqualTo(Coverage.State.PARTIAL);
        assertThat(server.asked()).noneMatch(asked -> asked.startsWith("Procedure"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{\"access_token\":\"t\",\"token_type\":\"MAC\",\"expires_in\":300}",
                "{\"access_token\":\"t\",\"expires_in\":300}",
                "{\"token_type\":\"Bearer\",\"expires_in\":300}",
                "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":0}",
                "{\"access_token\":\"t\\r\\nX-Evil: 1\",\"token_type\":\"Bearer\"}",
                "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"patient\":\"another\"}",
                "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"patient\":\"Patient/another\"}"
            })
    void withoutAUsableTokenNothingIsAsked(String authorization) {
        Fetching fetched = Fetching.of(server, Fetching.request(server.base()).top("fhirAuthorization", authorization));

        assertThat(server.seen()).isEmpty();
        assertThat(fetched.problem(PrefetchKey.PATIENT)).isEqualTo(FetchProblem.NO_TOKEN);
        assertThat(fetched.missing())
                .containsExactly(PrefetchKey.PATIENT, PrefetchKey.CONDITIONS, PrefetchKey.MEDICATIONS);
    }

    @Test
    void tokenForThisPatientIsUsed() {
        Fetching fetched = Fetching.of(
                server,
                Fetching.request(server.base())
                        .top("fhirAuthorization", Fetching.authorization(",\"patient\":\"Patient/p1\"")));

        assertThat(fetched.missing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "..."})
    void patientIdThatIsAPathToAServerIsNotAskedFor(String id) {
        Fetching fetched = Fetching.of(server, Fetching.request(server.base()).context("patientId", "\"" + id + "\""));

        assertThat(server.seen()).isEmpty();
        assertThat(fetched.problem(PrefetchKey.PATIENT)).isEqualTo(FetchProblem.UNSUITABLE_ID);
    }

    @Test
    void serverThatTheSiteDoesNotListForThisClientIsNotAsked() {
        FetchSettings settings = FetchSettings.of(Map.of(
                "https://other-client.example",
                List.of(FhirEndpoint.inside(server.base())),
                Fetching.CALLER.issuer(),
                List.of(FhirEndpoint.inside(server.base() + "/tenant"))));

        Fetching fetched = Fetching.of(settings, Fetching.request(server.base()));

        assertThat(server.seen()).isEmpty();
        assertThat(fetched.problem(PrefetchKey.CONDITIONS)).isEqualTo(FetchProblem.NOT_ALLOWED);
        assertThat(fetched.coverage(RecordArea.CONDITIONS)).isEqualTo(Coverage.State.NOT_SUPPLIED);
    }

    @Test
    void privateAddressNeedsToBeAllowed() {
        FetchSettings settings = Fetching.settings(server);
        DataAccess access = new DataAccess(
                new FetchSettings(
                        Map.of(Fetching.CALLER.issuer(), List.of(FhirEndpoint.of("https://rebound.example/fhir"))),
                        settings.limits(),
                        settings.breaker(),
                        settings.nanos(),
                        null),
                new RecordReader(ReadLimits.forRequests()),
                host -> new InetAddress[] {InetAddress.getLoopbackAddress()});

        Fetching fetched = Fetching.of(access, settings, Fetching.request("https://rebound.example/fhir"));

        assertThat(fetched.problem(PrefetchKey.CONDITIONS)).isEqualTo(FetchProblem.ADDRESS);
        assertThat(fetched.state(PrefetchKey.CONDITIONS)).isEqualTo(PrefetchState.FAILED);
    }
}
