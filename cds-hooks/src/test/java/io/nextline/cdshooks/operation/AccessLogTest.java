package io.nextline.cdshooks.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nextline.cdshooks.CdsService;
import io.nextline.cdshooks.page.PageRoute;
import io.nextline.cdshooks.request.HookContext;
import io.nextline.cdshooks.security.Admission;
import io.nextline.cdshooks.security.Caller;
import io.nextline.cdshooks.security.RefusalCause;
import io.nextline.core.evidence.NoCardReason;
import io.nextline.core.fhir.DraftOrders;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AccessLogTest {

    private static final Set<String> ALLOWED = Set.of(
            "request",
            "trace",
            "service",
            "issuer",
            "tenant",
            "jti",
            "outcome",
            "status",
            "refusal",
            "cards",
            "noCardReason",
            "evidence",
            "ms");

    private final CallAccount account = new CallAccount(
            CdsService.ORDER_SIGN, TraceContext.parse("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

    private JsonNode line() throws IOException {
        String line = new AccessLog().line(account);
        assertThat(line.chars().allMatch(c -> c >= ' ' && c < 0x7f)).as(line).isTrue();
        JsonNode json = new ObjectMapper().readTree(line);
        Set<String> names = new TreeSet<>();
        json.fieldNames().forEachRemaining(names::add);
        assertThat(ALLOWED).containsAll(names);
        return json;
    }

    @Test
    void answeredCallIsToldByCounts() throws IOException {
        account.admitted(new Admission.Admitted(new Caller("https://ehr.example", "north"), "jti-1"));
        account.about(new HookContext("Practitioner/canary", "canary-patient", null, DraftOrders.NONE));
        account.answered(List.of("a", "b"), null, "2026.11");
        account.ended(CallOutcome.CARDS, 200);

        JsonNode line = line();

        assertThat(line.toString()).doesNotContain("canary");
        assertThat(line.get("cards").asInt()).isEqualTo(2);
        assertThat(line.get("outcome").asText()).isEqualTo("cards");
        assertThat(line.get("tenant").asText()).isEqualTo("north");
        assertThat(line.get("jti").asText()).isEqualTo("jti-1");
        assertThat(line.get("trace").asText()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(line.get("service").asText()).isEqualTo("nextline-order-sign");
    }

    @Test
    void answerWithoutACardHasItsReason() throws IOException {
        account.admitted(new Admission.Admitted(Caller.DEVELOPMENT));
        account.answered(List.of(), NoCardReason.NOT_PROGRESSED, "2026.11");
        account.ended(CallOutcome.NO_CARD, 200);

        assertThat(line().get("noCardReason").asText()).isEqualTo("not-progressed");
    }

    @Test
    void refusedCallHasItsCause() throws IOException {
        account.refused(new Admission.Refused(RefusalCause.EXPIRED, "https://ehr.example", null));
        account.ended(CallOutcome.NOT_AUTHENTICATED, 401);

        JsonNode line = line();

        assertThat(line.get("refusal").asText()).isEqualTo("EXPIRED");
        assertThat(line.has("cards")).isFalse();
        assertThat(line.has("evidence")).isFalse();
    }

    @Test
    void noValueCanBreakOrForgeALine() throws IOException {
        String evil = "a\r\n{\"outcome\":\"cards\"}\u001b[31m\u202e\u2028\u007f\"";
        account.admitted(new Admission.Admitted(new Caller(evil, evil), evil));
        account.ended(CallOutcome.FAILED, 500);

        assertThat(line().get("issuer").asText()).isEqualTo(evil);
    }

    @Test
    void aPageIsToldByItsRouteAlone() throws IOException {
        PageVisit visit = new PageVisit(PageRoute.ENTRY, PageVisit.Outcome.SENT, 200, 1_500_000);

        assertThat(new AccessLog().line(visit))
                .isEqualTo("{\"route\":\"/evidence/{id}\",\"outcome\":\"sent\",\"status\":200,\"ms\":1}");
    }
}
