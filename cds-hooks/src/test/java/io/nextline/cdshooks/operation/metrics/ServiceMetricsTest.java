package io.nextline.cdshooks.operation.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.CdsService;
import io.nextline.cdshooks.operation.CallAccount;
import io.nextline.cdshooks.operation.CallOutcome;
import io.nextline.cdshooks.operation.FetchOutcome;
import io.nextline.cdshooks.operation.PageVisit;
import io.nextline.cdshooks.operation.Reading;
import io.nextline.cdshooks.page.PageRoute;
import io.nextline.cdshooks.request.HookContext;
import io.nextline.cdshooks.security.Admission;
import io.nextline.cdshooks.security.Caller;
import io.nextline.cdshooks.security.RefusalCause;
import io.nextline.core.evidence.NoCardReason;
import io.nextline.core.fhir.DraftOrders;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ServiceMetricsTest {

    private final PrometheusMetrics metrics = new PrometheusMetrics();

    private String scrape() {
        return metrics.scrape();
    }

    private void answered(int cards) {
        CallAccount account = new CallAccount(CdsService.ORDER_SIGN, null);
        List<String> ids = Collections.nCopies(cards, "id");
        account.answered(ids, cards == 0 ? NoCardReason.NOT_PROGRESSED : null, "2026.11");
        account.ended(cards == 0 ? CallOutcome.NO_CARD : CallOutcome.CARDS, 200);
        metrics.service().ended(account);
    }

    @Test
    void callsAreCountedByServiceAndOutcomeWithLatencyCardsAndReasons() {
        answered(2);
        answered(0);

        assertThat(scrape())
                .contains("nextline_calls_total{outcome=\"cards\",service=\"nextline-order-sign\"} 1.0")
                .contains("nextline_calls_total{outcome=\"no-card\",service=\"nextline-order-sign\"} 1.0")
                .contains("nextline_no_card_total{reason=\"not-progressed\"} 1.0")
                .contains("nextline_cards_sum{service=\"nextline-order-sign\"} 2.0")
                .contains("nextline_call_seconds_bucket{service=\"nextline-order-sign\",le=\"0.5\"} 2")
                .contains("nextline_call_seconds_count{service=\"nextline-order-sign\"} 2");
    }

    @Test
    void pagesAreCountedByRouteAndOutcome() {
        metrics.service().visited(new PageVisit(PageRoute.ATTRIBUTES, PageVisit.Outcome.CURRENT, 304, 1));

        assertThat(scrape())
                .contains("nextline_pages_total{outcome=\"current\",route=\"/evidence/{id}/attributes\"} 1.0")
                .contains("nextline_pages_total{outcome=\"sent\",route=\"/evidence\"} 0.0");
    }

    @Test
    void refusalsAreCountedByCause() {
        CallAccount account = new CallAccount(CdsService.PATIENT_VIEW, null);
        account.refused(new Admission.Refused(RefusalCause.SIGNATURE_INVALID));
        account.ended(CallOutcome.NOT_AUTHENTICATED, 401);
        metrics.service().ended(account);

        assertThat(scrape()).contains("nextline_refusals_total{cause=\"SIGNATURE_INVALID\"} 1.0");
    }

    @Test
    void requestsToFhirServersAreCountedByOutcomeAndTimedWhereTheyRanToTheirEnd() {
        CallAccount account = new CallAccount(CdsService.PATIENT_VIEW, null);
        account.fetched(FetchOutcome.FETCHED, 20_000_000);
        account.fetched(FetchOutcome.TOO_SLOW, 900_000_000);
        account.fetched(FetchOutcome.SUSPENDED, 0);
        account.ended(CallOutcome.DATA_MISSING, 412);
        metrics.service().ended(account);

        assertThat(scrape())
                .contains("nextline_fetches_total{outcome=\"fetched\"} 1.0")
                .contains("nextline_fetches_total{outcome=\"too-slow\"} 1.0")
                .contains("nextline_fetches_total{outcome=\"suspended\"} 1.0")
                .contains("nextline_fetches_total{outcome=\"unreachable\"} 0.0")
                .contains("nextline_fetch_seconds_bucket{le=\"0.025\"} 1")
                .contains("nextline_fetch_seconds_count 2");
    }

    @Test
    void readingsAreAskedForWhenMetricsAre() {
        metrics.service().add(new Reading("nextline.waiting", "Waiting", false, () -> 7));
        metrics.service().add(new Reading("nextline.lost", "Lost", true, () -> 3));

        assertThat(scrape()).contains("nextline_waiting 7.0", "nextline_lost_total 3.0");
    }

    private static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    @Test
    void tenThousandRandomCallersAddNoSeries() {
        long before = scrape().lines().count();
        Random random = new Random(42);
        for (int i = 0; i < 10_000; i++) {
            CdsService service = any(List.of(CdsService.values()), random);
            CallAccount account = new CallAccount(service, null);
            Caller caller = new Caller("https://issuer-" + random.nextLong(), "t" + i);
            account.admitted(new Admission.Admitted(caller, "j" + i));
            account.about(new HookContext("Practitioner/" + i, "canary-" + i, null, DraftOrders.NONE));
            account.answered(List.of("card-" + i), null, "v" + i);
            account.ended(any(List.of(CallOutcome.values()), random), random.nextInt(600));
            metrics.service().ended(account);
        }

        assertThat(scrape().lines().count()).isEqualTo(before);
        assertThat(scrape()).doesNotContain("canary", "issuer-", "Practitioner");
    }
}
