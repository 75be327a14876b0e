package io.nextline.samples.hapi;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.interceptor.auth.AuthorizationInterceptor;
import ca.uhn.fhir.rest.server.interceptor.auth.IAuthRule;
import ca.uhn.fhir.rest.server.interceptor.auth.PolicyEnum;
import ca.uhn.fhir.rest.server.interceptor.auth.RuleBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing is read past the server's interceptors: the caller's token decides what the evidence rests on. */
final class CallerRightsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    private static final String PATIENT = "patient-d028ecc6";
    private static HapiServerSample server;

    /** Tokens are named after what they let one read. */
    static final class Rights extends AuthorizationInterceptor {

        Rights() {
            super(PolicyEnum.DENY);
        }

        @Override
        public List<IAuthRule> buildRuleList(RequestDetails request) {
            String token = String.valueOf(request.getHeader("Authorization"));
            return switch (token) {
                case "Bearer everything" -> new RuleBuilder().allowAll().build();
                case "Bearer no-conditions" ->
                    operation()
                            .allow()
                            .read()
                            .resourcesOfType(Patient.class)
                            .withAnyId()
                            .build();
                case "Bearer orders" ->
                    operation()
                            .allow()
                            .read()
                            .resourcesOfType(Patient.class)
                            .withAnyId()
                            .andThen()
                            .allow()
                            .read()
                            .resourcesOfType(Condition.class)
                            .withAnyId()
                            .andThen()
                            .allow()
                            .read()
                            .resourcesOfType(MedicationRequest.class)
                            .withAnyId()
                            .build();
                default -> new RuleBuilder().denyAll().build();
            };
        }

        private static RuleBuilder operation() {
            return (RuleBuilder) new RuleBuilder()
                    .allow()
                    .operation()
                    .named("$evidence")
                    .onInstancesOfType(Patient.class)
                    .andAllowAllResponses()
                    .andThen();
        }
    }

    @BeforeAll
    static void start() throws Exception {
        server = HapiServerSample.start(0, CLOCK, List.of(new Rights()));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static Http.Answer evidence(String token) throws Exception {
        return Http.get(server.fhirBase() + "/Patient/" + PATIENT + "/$evidence?output=cards", token);
    }

    private static Http.Answer hook(String authorization) throws Exception {
        String body =
                "{\"hook\":\"patient-view\",\"hookInstance\":\"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea\",\"fhirServer\":\""
                        + server.fhirBase() + "\"," + authorization
                        + "\"context\":{\"userId\":\"Practitioner/1\",\"patientId\":\""
                        + PATIENT + "\"}}";
        return Http.post(server.cdsServices() + "/nextline-patient-view", "application/json", body);
    }

    private static String token(String token, String patient) {
        return "\"fhirAuthorization\":{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":300,"
                + "\"scope\":\"patient/*.rs\",\"subject\":\"client\",\"patient\":\"" + patient + "\"},";
    }

    @Test
    void callerWithEveryRightGetsTheWholeAnswer() throws Exception {
        assertThat(evidence("everything")
                        .json()
                        .at("/extension/io.nextline.assessment/progression/grade")
                        .asText())
                .isEqualTo("stated");
    }

    @Test
    void callerWithoutRightsIsRefused() throws Exception {
        assertThat(evidence("nothing").status()).isEqualTo(403);
    }

    @Test
    void withoutConditionsThereIsNoAnswer() throws Exception {
        Http.Answer answer = evidence("no-conditions");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
    }

    @Test
    void whatMayNotBeReadLeavesStatementsOpenAndTurnsNone() throws Exception {
        Map<String, String> whole = evidence("everything").statements();
        Map<String, String> less = evidence("orders").statements();
        assertThat(less).isNotEqualTo(whole);
        less.forEach((id, truth) -> assertThat(truth).as(id).isIn(whole.get(id), "unknown"));
    }

    @Test
    void hookReadsWithTheTokenThatItBrought() throws Exception {
        Http.Answer answer = hook(token("everything", PATIENT));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json()
                        .at("/extension/io.nextline.assessment/progression/grade")
                        .asText())
                .isEqualTo("stated");
    }

    @Test
    void hookWithoutATokenOrWithOneForSomebodyElseReadsNothing() throws Exception {
        assertThat(hook("").status()).isEqualTo(412);
        assertThat(hook(token("nothing", PATIENT)).status()).isEqualTo(412);
        assertThat(hook(token("everything", "another")).status()).isEqualTo(412);
    }
}
