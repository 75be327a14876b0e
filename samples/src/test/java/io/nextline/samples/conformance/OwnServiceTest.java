package io.nextline.samples.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.http.NextlineServer;
import io.nextline.cdshooks.http.ServerOptions;
import io.nextline.core.Nextline;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Our own service keeps every rule that binds, and every recommendation but for the speed of a busy build machine. */
final class OwnServiceTest {

    private static final List<String> MAY_BE_SKIPPED = List.of(
            "2.0#security.https",
            "2.0#clients.",
            "2.0#card.uuid-unique",
            "2.0#system-action.",
            "2.0#source.icon",
            "2.0#source.url",
            "2.0#link.app-context",
            "2.0#link.autolaunchable",
            "2.0#action.resource",
            "http#challenge");

    @Test
    void everyRuleIsKeptByOurService() throws Exception {
        try (NextlineServer server = NextlineServer.start(ServerOptions.development(0), Nextline.load())) {
            Report report = Conformance.run(Target.of(server.base()), Catalogue.load(), (step, of) -> {});

            assertThat(report.services())
                    .containsExactly("nextline-patient-view", "nextline-order-select", "nextline-order-sign");
            assertThat(report.results())
                    .filteredOn(each -> !each.requirement().id().equals("2.0#response.time"))
                    .filteredOn(each -> each.verdict() == Verdict.FAIL || each.verdict() == Verdict.WARN)
                    .isEmpty();
            assertThat(report.results())
                    .filteredOn(each -> each.verdict() == Verdict.SKIP)
                    .allSatisfy(each -> assertThat(MAY_BE_SKIPPED)
                            .anyMatch(each.requirement().id()::startsWith));
        }
    }
}
