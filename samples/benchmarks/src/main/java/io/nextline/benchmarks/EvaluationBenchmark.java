package io.nextline.benchmarks;

import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.ServiceSettings;
import io.nextline.cdshooks.http.CdsHooksHandler;
import io.nextline.cdshooks.http.Cors;
import io.nextline.cdshooks.http.HttpRequest;
import io.nextline.cdshooks.http.HttpResponse;
import io.nextline.cdshooks.request.CdsRequestReader;
import io.nextline.cdshooks.security.DevelopmentGate;
import io.nextline.cdshooks.security.Peer;
import io.nextline.core.Nextline;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The way of a request in process, stage by stage and whole. Add {@code -prof gc} for the bytes allocated by one operation.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class EvaluationBenchmark {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String PATH = "/cds-services/nextline-patient-view";

    /** Which body is sent. */
    @Param({"PLAIN", "TYPICAL", "LARGE"})
    public BodyKind body = BodyKind.PLAIN;

    private final Nextline nextline = Nextline.load();
    private final CdsRequestReader reader = new CdsRequestReader(ReadLimits.forRequests());
    private final CdsHooksHandler handler = new CdsHooksHandler(
            new CdsServices(nextline, ServiceSettings.of(Clock.fixed(NOON, ZoneOffset.UTC))),
            Cors.none(),
            new DevelopmentGate());
    private final HttpRequest.Headers headers = HttpRequest.Headers.of(Map.of("Content-Type", "application/json"));
    private byte[] request = new byte[0];
    private PatientRecord record = new RecordBuilder().build(null);

    /** Made by JMH. */
    public EvaluationBenchmark() {
        // Nothing to do but what the fields say.
    }

    /** Generates the body, and refuses to measure a service that does not answer it with a card. */
    @Setup
    public void generate() throws IOException {
        request = BenchmarkBodies.request(body);
        record = bytesToRecord();
        HttpResponse response = bytesToResponse();
        if (response.status() != 200 || response.headers().containsKey(CdsHooksHandler.WHY)) {
            throw new IllegalStateException("the body is not answered with a card, so there is nothing to measure");
        }
    }

    /** The request's bytes to the patient's record. */
    @Benchmark
    public PatientRecord bytesToRecord() throws IOException {
        return reader.read(new ByteArrayInputStream(request)).record().build(BenchmarkBodies.patientId());
    }

    /** The record to the evidence report. */
    @Benchmark
    public EvidenceReport recordToReport() {
        return nextline.evaluate(record, AS_OF);
    }

    /** The request's bytes to the response's: all that the service does but HTTP. */
    @Benchmark
    public HttpResponse bytesToResponse() throws IOException {
        return handler.handle(new HttpRequest("POST", PATH, headers, new ByteArrayInputStream(request), Peer.LOCAL));
    }
}
