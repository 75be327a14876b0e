package io.nextline.samples.doors;

import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** The ways from FHIR JSON to a record. */
final class Doors {

    private static final RecordReader CORE = new RecordReader(ReadLimits.forRequests());

    private Doors() {}

    /** Reads with core alone. */
    static PatientRecord core(String json) {
        return CORE.read(bytes(json));
    }

    /** Reads R4 in JSON through HAPI. */
    static PatientRecord bytesThroughHapi(String json) {
        return bytesThroughHapi(Release.R4, json);
    }

    /** Reads JSON or XML through HAPI. */
    static PatientRecord bytesThroughHapi(Release release, String document) {
        return release.reader().read(bytes(document));
    }

    /** Has HAPI parse R4, and reads its objects. */
    static PatientRecord objectsOfHapi(String json) {
        return objectsOfHapi(Release.R4, json);
    }

    /** Has HAPI parse the whole, as leniently as it can, and reads its objects. */
    static PatientRecord objectsOfHapi(Release release, String json) {
        return release.reader().read(List.of(release.parse(json)));
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

    static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
