package io.nextline.benchmarks;

import ca.uhn.fhir.context.FhirContext;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import io.nextline.fhir.HapiRecordReader;
import java.io.ByteArrayInputStream;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.instance.model.api.IBaseResource;
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
 * The two ways from a Bundle's bytes to the same record: core's own reader, and HAPI's parser with the adapter behind it; and HAPI's
 * parser alone, as the measure of the machine.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadingBenchmark {

    /** Which Bundle is read. */
    @Param({"PLAIN", "TYPICAL"})
    public BodyKind body = BodyKind.PLAIN;

    private final RecordReader core = new RecordReader(ReadLimits.forRequests());
    private final FhirContext context = FhirContext.forR4();
    private final HapiRecordReader hapi = new HapiRecordReader(context, ReadLimits.forRequests());
    private byte[] bundle = new byte[0];

    /** Made by JMH. */
    public ReadingBenchmark() {
        // Nothing to do but what the fields say.
    }

    /** Generates the Bundle. */
    @Setup
    public void generate() {
        bundle = BenchmarkBodies.bundle(body);
    }

    /** Through core's reader. */
    @Benchmark
    public PatientRecord throughCore() {
        return core.read(bundle);
    }

    /** Through HAPI's parser and the adapter. */
    @Benchmark
    public PatientRecord throughHapi() {
        return hapi.read(bundle);
    }

    /** HAPI's parser alone, on the whole Bundle as it is: objects of HAPI's, and no record. */
    @Benchmark
    public IBaseResource hapiAlone() {
        return context.newJsonParser().parseResource(new ByteArrayInputStream(bundle));
    }
}
