package io.nextline.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fhir.FhirDate;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which evidence speaks on which day (ruling 9.15): an update from the last day that its date can mean, and never in the seed layer. */
@Tag("HZ-06")
final class EvidenceInForceTest {

    private static final EvidenceBase BASE = EvidenceBase.bundled();
    private static final LocalDate LATE = LocalDate.of(2026, 11, 21);

    static Stream<Statement> updates() {
        return BASE.statements().stream().filter(statement -> !statement.seed());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("updates")
    void anUpdateSpeaksFromTheDayOfItsPublicationOn(Statement update) {
        LocalDate day = Objects.requireNonNull(FhirDate.parse(Objects.requireNonNull(update.published())))
                .latest();
        assertThat(ids(report(day.minusDays(1), Layer.ALL))).doesNotContain(update.id());
        assertThat(ids(report(day, Layer.ALL))).contains(update.id());
        assertThat(ids(report(day, Layer.SEED))).doesNotContain(update.id());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("updates")
    void whatAnUpdateReplacesIsSupersededFromThatDayOnAndNotBefore(Statement update) {
        LocalDate day = Objects.requireNonNull(FhirDate.parse(Objects.requireNonNull(update.published())))
                .latest();
        for (String replaced : update.supersedes()) {
            assertThat(outcome(report(day.minusDays(1), Layer.ALL), replaced).supersededBy())
                    .doesNotContain(update.id());
            assertThat(outcome(report(day, Layer.ALL), replaced).supersededBy()).contains(update.id());
            assertThat(outcome(report(day, Layer.ALL), replaced).isCurrent()).isFalse();
            assertThat(outcome(report(LATE, Layer.SEED), replaced).isCurrent()).isTrue();
        }
    }

    @Test
    void everySeedStatementIsAlwaysListed() {
        List<String> seed = BASE.statements().stream()
                .filter(Statement::seed)
                .map(Statement::id)
                .toList();
        assertThat(seed).hasSize(36);
        for (Layer layer : Layer.values()) {
            assertThat(ids(report(LATE, layer))).containsAll(seed);
            assertThat(ids(report(LocalDate.of(2020, 1, 1), layer))).containsExactlyElementsOf(seed);
        }
    }

    @Test
    void theReportNamesTheEvidenceItUsed() {
        EvidenceVersion version = report(LATE, Layer.SEED).version();
        assertThat(version).isEqualTo(new EvidenceVersion(BASE.version(), Layer.SEED, LATE));
    }

    private static EvidenceReport report(LocalDate asOf, Layer layer) {
        PatientFacts facts = Patients.with(BASE.vocabulary(), DiagnosisType.RENAL_CELL_CARCINOMA)
                .on(asOf)
                .progressedOn("nivolumab")
                .facts();
        return new ReportBuilder(BASE).build(facts, layer);
    }

    private static Set<String> ids(EvidenceReport report) {
        return report.outcomes().stream()
                .map(outcome -> outcome.statement().id())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static StatementOutcome outcome(EvidenceReport report, String id) {
        return report.outcomes().stream()
                .filter(each -> each.statement().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
