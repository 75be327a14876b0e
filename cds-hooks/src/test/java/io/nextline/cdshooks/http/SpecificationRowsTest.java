package io.nextline.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.ResponseRules;
import io.nextline.cdshooks.SampleRequest;
import io.nextline.cdshooks.security.DevelopmentGate;
import io.nextline.cdshooks.security.RefusalCause;
import io.nextline.cdshooks.security.TestKey;
import io.nextline.cdshooks.security.TestToken;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of the specification that bind a service and that no other test is about; their ids begin the names. */
class SpecificationRowsTest {

    private static final CdsHooksHandler HANDLER =
            new CdsHooksHandler(SampleService.services(), Cors.none(), new DevelopmentGate());
    private static final TestKey STRANGERS = TestKey.ec("key-1", "secp384r1");

    private static int status(String body) {
        return SampleService.post(HANDLER, "nextline-patient-view", body).status();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"hook\":1}", "{", "[]", "{\"hook\":\"patient-view\",\"hookInstance\":\"i\",\"context\":{}}"})
    void j2NothingInAnErrorIsEmpty(String body) {
        HttpResponse response = SampleService.post(HANDLER, "nextline-patient-view", body);

        assertThat(response.status()).isEqualTo(400);
        assertThat(ResponseRules.checkNothingEmpty(response.body()).get("issue"))
                .isNotEmpty();
    }

    @Test
    void j4CommentsAndTrailingCommasAreNoJson() {
        String body = SampleRequest.patientView().json();

        assertThat(status(body)).isEqualTo(200);
        assertThat(status("/* call */" + body)).isEqualTo(400);
        assertThat(status(body.substring(0, body.length() - 1) + "// end\n}")).isEqualTo(400);
        assertThat(status(body.substring(0, body.length() - 1) + ",}")).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"com.example.word\":{\"a\":[1]}}", "{}", "null", "[]", "7", "\"x\""})
    void extensionAnywhereInTheRequestHindersNoCall(String extension) {
        SampleRequest request = SampleRequest.patientView()
                .top("extension", extension)
                .top("fhirServer", "\"https://fhir.example\"")
                .top(
                        "fhirAuthorization",
                        "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"extension\":" + extension + "}")
                .context("extension", extension);

        assertThat(status(request.json())).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Practitioner/u1", "PractitionerRole/u1"})
    void userMayBeAClinicianOrARoleAndNeedNoEncounter(String user) {
        SampleRequest request = SampleRequest.of("order-sign").context("userId", "\"" + user + "\"");
        HttpResponse without = SampleService.post(HANDLER, "nextline-order-sign", request.json());
        HttpResponse with = SampleService.post(
                HANDLER,
                "nextline-order-sign",
                request.context("encounterId", "\"e1\"").json());

        assertThat(ResponseRules.check(without.body()).get("cards")).isNotEmpty();
        assertThat(with.body()).isEqualTo(without.body());
    }

    // Issuer, audience, time, tenant, signature, use: a token that is wrong in all of them is told by the first.
    @Test
    void s8ChecksComeInTheOrderThatTheBestPracticesGive() {
        try (GuardedService service = new GuardedService()) {
            TestToken token = service.token()
                    .claim("iss", "https://nobody.example")
                    .claim("aud", "https://elsewhere.example")
                    .claim("exp", service.now() - 1_000)
                    .claim("iat", service.now() - 1_100)
                    .claim("tenant", "nowhere");
            assertThat(cause(service, token, STRANGERS)).isEqualTo(RefusalCause.ISSUER_UNKNOWN);
            token.claim("iss", GuardedService.EHR);
            assertThat(cause(service, token, STRANGERS)).isEqualTo(RefusalCause.AUDIENCE_MISMATCH);
            token.claim("aud", GuardedService.VIEW);
            assertThat(cause(service, token, STRANGERS)).isEqualTo(RefusalCause.EXPIRED);
            token.claim("exp", service.now() + 100).claim("iat", service.now());
            assertThat(cause(service, token, STRANGERS)).isEqualTo(RefusalCause.TENANT_UNKNOWN);
            token.claim("tenant", "north");
            assertThat(cause(service, token, STRANGERS)).isEqualTo(RefusalCause.SIGNATURE_INVALID);
            assertThat(service.call(token.signedBy(GuardedService.EC)).status()).isEqualTo(200);
            assertThat(cause(service, token, GuardedService.EC)).isEqualTo(RefusalCause.TOKEN_REPLAYED);
        }
    }

    private static RefusalCause cause(GuardedService service, TestToken token, TestKey key) {
        assertThat(service.client
                        .call(List.of("Authorization: Bearer " + token.signedBy(key)))
                        .status())
                .isEqualTo(401);
        return service.gate.cause();
    }
}
