package io.nextline.samples.doors;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.LenientErrorHandler;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import io.nextline.fhir.HapiRecordReader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.Resource;

/** The ways from FHIR JSON to a record. */
final class Doors {

    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final RecordReader CORE = new RecordReader(ReadLimits.forRequests());
    private static final HapiRecordReader HAPI = new HapiRecordReader(R4, ReadLimits.forRequests());

    private Doors() {}

    /** Reads with core alone. */
    static PatientRecord core(String json) {
        return CORE.read(bytes(json));
    }

    /** Reads bytes through the adapter. */
    static PatientRecord bytesThroughHapi(String json) {
        return HAPI.read(bytes(json));
    }

    /** Has HAPI parse the whole, as leniently as it can, and reads its objects. */
    static PatientRecord objectsOfHapi(String json) {
        LenientErrorHandler silent = new LenientErrorHandler(false).disableAllErrors();
        Resource parsed =
                (Resource) R4.newJsonParser().setParserErrorHandler(silent).parseResource(json);
        return HAPI.read(List.of(parsed));
    }

    /** Returns the record with its issues in an order that does not depend on the order of elements. */
    static PatientRecord sorted(PatientRecord record) {
        return withIssues(
                record,
                issues -> issues.stream()
                        .sorted(Comparator.comparing(ReadIssue::toString))
                        .toList());
    }

    /** Returns the record with other issues. */
    static PatientRecord withIssues(PatientRecord record, UnaryOperator<List<ReadIssue>> change) {
        return new PatientRecord(
                record.patientId(),
                record.patient(),
                record.otherPatients(),
                record.conditions(),
                record.medicationUses(),
                record.medications(),
                record.observations(),
                record.procedures(),
                record.serviceRequests(),
                record.diagnosticReports(),
                record.encounters(),
                record.plans(),
                change.apply(record.issues()),
                record.coverage());
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
