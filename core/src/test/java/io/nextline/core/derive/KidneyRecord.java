package io.nextline.core.derive;

import io.nextline.core.Nextline;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.Layer;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fhir.DraftOrders;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.Procedure;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The record of a patient with metastatic clear cell renal cell carcinoma as a FHIR Bundle in JSON, to which a test adds entries. JSON is
 * written with single quotes.
 */
final class KidneyRecord {

    static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);

    private static final Nextline NEXTLINE = Nextline.load();
    private static final RecordReader READER = new RecordReader(ReadLimits.forFiles());
    private static final String SUBJECT = "'subject':{'reference':'Patient/p1'}";

    private final List<String> entries = new ArrayList<>();

    /** Starts with the patient alone. */
    static KidneyRecord undiagnosed() {
        return new KidneyRecord().with("{'resourceType':'Patient','id':'p1','birthDate':'1960-05-01'}");
    }

    /** Starts with the patient, the cancer and a metastasis. */
    static KidneyRecord diagnosed() {
        return undiagnosed().with(condition("rcc", "254915003")).with(condition("lung", "94391008"));
    }

    private static String condition(String id, String snomed) {
        return "{'resourceType':'Condition','id':'" + id + "'," + SUBJECT + ",'onsetDateTime':'2025-01-10',"
                + "'clinicalStatus':{'coding':[{'code':'active'}]},'verificationStatus':{'coding':[{'code':'confirmed'}]},"
                + "'code':{'coding':[{'system':'http://snomed.info/sct','code':'" + snomed + "'}]}}";
    }

    KidneyRecord with(String resource) {
        entries.add("{'resource':" + resource + "}");
        return this;
    }

    KidneyRecord withEntry(String entry) {
        entries.add(entry);
        return this;
    }

    /** Adds a resource of this patient: its type and id, and its other fields. */
    KidneyRecord with(String type, String id, String fields) {
        return with(resource(type, id, fields));
    }

    static String resource(String type, String id, String fields) {
        return "{'resourceType':'" + type + "','id':'" + id + "'," + SUBJECT + "," + fields + "}";
    }

    /** Returns the fields of a dose given on a day. */
    static String dose(String drug, String day) {
        return "'status':'completed','medicationCodeableConcept':{'text':'" + drug + "'},'effectiveDateTime':'" + day
                + "'";
    }

    String json() {
        return ("{'resourceType':'Bundle','type':'collection','entry':[" + String.join(",", entries) + "]}")
                .replace('\'', '"');
    }

    EvidenceReport report() {
        return report(AS_OF);
    }

    EvidenceReport report(LocalDate asOf) {
        byte[] bytes = json().getBytes(StandardCharsets.UTF_8);
        return NEXTLINE.evaluate(READER.read(bytes), DraftOrders.NONE, asOf, Layer.ALL);
    }

    PatientFacts facts() {
        return report().facts();
    }

    /** Returns the entries as every deriver gets them. */
    Chart chart() {
        PatientRecord record = READER.read(json().getBytes(StandardCharsets.UTF_8));
        return ChartReader.read(
                RecordGate.admit(record, AS_OF),
                NEXTLINE.evidence().vocabulary(),
                NEXTLINE.evidence().profile(),
                AS_OF);
    }

    /** Returns the regimens of the lines, each as its drugs joined by a plus sign with its start. */
    List<String> lines() {
        return facts().therapy().lines().stream()
                .map(line -> String.join(
                                "+",
                                line.regimen().stream().map(drug -> drug.name()).toList())
                        + (line.start() == null ? "" : " " + line.start().text()))
                .toList();
    }

    int unidentified() {
        return facts().therapy().unidentified().size();
    }

    /** Returns what the last entry says: given, ordered, not or unclear. */
    String givenness() {
        PatientRecord record = READER.read(json().getBytes(StandardCharsets.UTF_8));
        Givenness said = record.medicationUses().isEmpty()
                ? admitted(record.procedures().get(0))
                : Givenness.of(record.medicationUses().get(0));
        return switch (said) {
            case ADMINISTERED, DISPENSED, STATED -> "given";
            case ORDERED -> "ordered";
            case UNCLEAR -> "unclear";
            case NOT_GIVEN -> "not";
        };
    }

    private static Givenness admitted(Procedure procedure) {
        return Admission.isAdmitted(procedure, AS_OF) ? Givenness.of(procedure) : Givenness.NOT_GIVEN;
    }
}
