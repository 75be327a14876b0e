package io.nextline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.Nextline;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BenchmarkBodiesTest {

    private static final Percentage TOLERANCE = Percentage.withPercentage(2);

    @ParameterizedTest
    @CsvSource({"PLAIN,313441", "TYPICAL,340343", "LARGE,3403000"})
    void bodyHasTheSizeThatIsReported(BodyKind kind, int bytes) {
        assertThat(BenchmarkBodies.request(kind).length).isCloseTo(bytes, TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource(BodyKind.class)
    void sameKindGivesSameBytes(BodyKind kind) {
        assertThat(BenchmarkBodies.request(kind)).isEqualTo(BenchmarkBodies.request(kind));
        assertThat(BenchmarkBodies.bundle(kind)).isEqualTo(BenchmarkBodies.bundle(kind));
    }

    @Test
    void onlyTypicalHasNarratives() {
        assertThat(new String(BenchmarkBodies.request(BodyKind.TYPICAL), StandardCharsets.UTF_8))
                .contains("xhtml");
        assertThat(new String(BenchmarkBodies.request(BodyKind.PLAIN), StandardCharsets.UTF_8))
                .doesNotContain("xhtml");
    }

    @ParameterizedTest
    @EnumSource(BodyKind.class)
    void everyRowIsRead(BodyKind kind) {
        PatientRecord record = record(kind);
        assertThat(record.conditions()).hasSize(40 * kind.factor());
        assertThat(record.medicationUses()).hasSize(100 * kind.factor());
        assertThat(record.observations()).hasSize(300 * kind.factor());
        assertThat(record.procedures()).hasSize(30 * kind.factor());
        assertThat(record.issues()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(BodyKind.class)
    void patientWhoProgressedOnCheckpointInhibitorGetsCard(BodyKind kind) {
        EvidenceReport report = Nextline.load().evaluate(record(kind), LocalDate.of(2026, 11, 21));
        assertThat(report.noCardReason()).isNull();
    }

    private static PatientRecord record(BodyKind kind) {
        return new RecordReader(ReadLimits.forRequests()).read(BenchmarkBodies.bundle(kind));
    }
}
