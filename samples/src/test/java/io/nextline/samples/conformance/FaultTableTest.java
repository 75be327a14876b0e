package io.nextline.samples.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A service in which one rule is broken is found to break exactly that rule. */
final class FaultTableTest {

    private static final Catalogue CATALOGUE = Catalogue.load();

    /** Plain HTTP to another machine needs another machine; feedback that is not offered is no breach. */
    private static final Set<String> NOT_IN_THE_TABLE = Set.of("2.0#security.https", "2.0#feedback.offered");

    static Stream<String> ids() {
        return Faults.all().keySet().stream();
    }

    @Test
    void everyRuleHasItsFault() {
        Set<String> expected = new TreeSet<>();
        CATALOGUE.all().forEach(rule -> expected.add(rule.id()));
        expected.removeAll(NOT_IN_THE_TABLE);

        assertThat(new TreeSet<>(Faults.all().keySet())).isEqualTo(expected);
    }

    @Test
    void serviceWithoutAFaultPassesEveryRule() throws Exception {
        for (boolean guarded : new boolean[] {false, true}) {
            try (ModelService service = new ModelService((ask, right) -> right.apply(ask), guarded)) {
                Report report = run(service, guarded, true);

                assertThat(broken(report)).isEmpty();
                assertThat(report.results())
                        .filteredOn(each -> each.verdict() == Verdict.SKIP)
                        .extracting(each -> each.requirement().id())
                        .allMatch(id -> id.equals("2.0#security.https")
                                || (!guarded && (id.startsWith("2.0#clients.") || id.equals("http#challenge"))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void ruleThatIsBrokenIsTheOneThatIsNamed(String id) throws Exception {
        boolean guarded = id.startsWith("2.0#clients.") || id.equals("http#challenge");
        try (ModelService service = new ModelService(Faults.all().get(id), guarded)) {
            Report report = run(service, guarded, !id.equals("2.0#system-action.agreed"));

            assertThat(broken(report)).containsExactly(id);
            Level level = CATALOGUE.named(id).level();
            assertThat(report.count(Verdict.FAIL)).isEqualTo(level == Level.SHALL ? 1 : 0);
        }
    }

    @Test
    void plainHttpToAnotherMachineIsABreach() {
        Session session = new Session(Target.of(URI.create("http://192.0.2.1")), CATALOGUE);

        new TransportChecks(session).run(Exchange.none("", Duration.ZERO));

        assertThat(broken(new Report(List.of(), session.ledger().results()))).containsExactly("2.0#security.https");
    }

    private static Report run(ModelService service, boolean guarded, boolean systemActions) throws Exception {
        Target target = new Target(
                service.base(),
                guarded ? () -> "good" : null,
                Map.of(),
                List.of(),
                guarded,
                systemActions,
                Target.SANDBOX,
                Duration.ofSeconds(10));
        return Conformance.run(target, CATALOGUE, (step, of) -> {});
    }

    private static List<String> broken(Report report) {
        return report.results().stream()
                .filter(each -> each.verdict() == Verdict.FAIL || each.verdict() == Verdict.WARN)
                .map(each -> each.requirement().id())
                .toList();
    }
}
