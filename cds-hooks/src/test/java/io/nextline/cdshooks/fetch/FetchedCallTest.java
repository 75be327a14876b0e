package io.nextline.cdshooks.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.nextline.cdshooks.CdsAnswer;
import io.nextline.cdshooks.CdsService;
import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.MissingDataException;
import io.nextline.cdshooks.ResponseRules;
import io.nextline.cdshooks.SampleRequest;
import io.nextline.cdshooks.ServiceSettings;
import io.nextline.core.Nextline;
import io.nextline.core.WrongPatientException;
import io.nextline.core.evidence.NoCardReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From a request without data to the answer, by way of the client's FHIR server. */
class FetchedCallTest {

    private static final Nextline NEXTLINE = Nextline.load();
    private static final String SECRET = "canary-of-the-server";

    private final FhirServer server = FhirServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private CdsAnswer call(SampleRequest request) throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
        CdsServices services =
                new CdsServices(NEXTLINE, ServiceSettings.of(clock).with(Fetching.settings(server)));
        return services.call(CdsService.PATIENT_VIEW, Fetching.CALLER, new ByteArrayInputStream(request.bytes()));
    }

    @Test
    void requestWithoutPrefetchIsAnsweredFromTheServer() throws IOException {
        CdsAnswer answer = call(Fetching.request(server.base()));

        assertThat(ResponseRules.check(answer.body())
                        .at("/extension/io.nextline.assessment/diagnosis/type")
                        .asText())
                .isEqualTo("renal-cell-carcinoma");
        assertThat(answer.noCardReason()).isEqualTo(NoCardReason.NO_SYSTEMIC_THERAPY);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.nextline.cdshooks.fetch.FetchFaultsTest#faults")
    @Tag("HZ-30")
    void failureUnderARequiredKeyIsNeverAnAnswerWithoutCards(
            String name, FhirServer.Answer fault, FetchProblem problem) {
        for (String required : new String[] {"Patient/p1", "Condition", "MedicationRequest"}) {
            try (FhirServer other = FhirServer.start().on(required, fault)) {
                Throwable refusal = catchThrowable(() -> callOf(other));

                assertThat(refusal).as(required).isInstanceOf(MissingDataException.class);
                assertThat(((MissingDataException) refusal).gaps())
                        .singleElement()
                        .asString()
                        .contains("is missing and could not be fetched: " + problem.text())
                        .doesNotContain("p1", other.base(), Fetching.TOKEN);
            }
        }
    }

    private static CdsAnswer callOf(FhirServer other) throws IOException {
        CdsServices services =
                new CdsServices(NEXTLINE, ServiceSettings.of(Clock.systemUTC()).with(Fetching.settings(other)));
        return services.call(
                CdsService.PATIENT_VIEW,
                Fetching.CALLER,
                new ByteArrayInputStream(Fetching.request(other.base()).bytes()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Condition", "MedicationRequest", "Procedure", "Observation", "Patient/p1"})
    @Tag("HZ-16")
    void oneFetchedResourceOfAnotherPatientRefusesTheCall(String query) {
        String type = query.replace("/p1", "");
        String alien = type.equals("Patient")
                ? SampleRequest.PATIENT.replace("\"p1\"", "\"p2\"")
                : SampleRequest.bundle(SampleRequest.CONDITION
                        .replace("Patient/p1", "Patient/p2")
                        .replace("Condition", type));
        server.on(query, FhirServer.json(alien));

        assertThat(catchThrowable(() -> call(Fetching.request(server.base()))))
                .isInstanceOf(WrongPatientException.class);
    }

    @Test
    void fetchingIsOffUnlessTheSiteAllowsIt() {
        CdsServices services = new CdsServices(NEXTLINE, ServiceSettings.of(Clock.systemUTC()));
        byte[] body = Fetching.request(server.base()).bytes();

        assertThat(catchThrowable(
                        () -> services.call(CdsService.PATIENT_VIEW, Fetching.CALLER, new ByteArrayInputStream(body))))
                .isInstanceOf(MissingDataException.class);
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void neitherTokenNorIdNorWhatTheServerSaysIsRepeatedInLogOrRefusal() throws IOException {
        server.on("Condition", FhirServer.json(SampleRequest.FAILED.replace("secret of the server", SECRET)))
                .on("Procedure", FhirServer.json("{\"" + SECRET + "\""))
                .on("Observation", FhirServer.status(500));

        Throwable refusal = catchThrowable(() -> call(Fetching.request(server.base())));

        assertThat(refusal).isInstanceOf(MissingDataException.class);
        assertThat(((MissingDataException) refusal).gaps().toString()).doesNotContain(SECRET, Fetching.TOKEN);
        assertThat(Files.readString(Path.of("target", "test.log")))
                .contains("fetched conditions: FAILED")
                .doesNotContain(List.of(SECRET, Fetching.TOKEN, server.base(), "patient=p1"));
    }
}
