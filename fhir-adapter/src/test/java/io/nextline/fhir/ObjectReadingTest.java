package io.nextline.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.core.fhir.Coverage;
import io.nextline.core.fhir.Coverage.State;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.ReadIssue.Kind;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordArea;
import io.nextline.core.fhir.RecordBuilder;
import io.nextline.core.fhir.UnreadableRecordException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class ObjectReadingTest {

    private static Bundle bundle(Resource... resources) {
        Bundle bundle = new Bundle();
        for (Resource each : resources) {
            bundle.addEntry().setResource(each);
        }
        return bundle;
    }

    private static Patient patient(String id) {
        return (Patient) new Patient().setId(id);
    }

    private static OperationOutcome outcome(IssueSeverity severity) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue().setSeverity(severity);
        return outcome;
    }

    @Test
    void bundleWithoutFurtherPagesIsTheWholeRecord() {
        Bundle bundle = bundle(patient("p"), new Condition(), patient("q"));
        bundle.getEntry().get(0).setFullUrl("urn:uuid:1");
        PatientRecord record = Hapi.READER.read(bundle);
        assertThat(record.coverage()).isEqualTo(Coverage.all(State.COMPLETE));
        assertThat(record.patientId()).isEqualTo("p");
        assertThat(record.patient().header().fullUrl()).isEqualTo("urn:uuid:1");
        assertThat(record.otherPatients()).hasSize(1);
        assertThat(record.conditions()).hasSize(1);
    }

    @Test
    void singleResourcesAreNotTheWholeRecord() {
        Coverage coverage = Hapi.read(patient("p"), new Condition()).coverage();
        assertThat(coverage.of(RecordArea.PATIENT)).isEqualTo(State.COMPLETE);
        assertThat(coverage.of(RecordArea.CONDITIONS)).isEqualTo(State.PARTIAL);
        assertThat(coverage.of(RecordArea.OBSERVATIONS)).isEqualTo(State.NOT_SUPPLIED);
    }

    @Test
    void nextLinkOrALargerTotalMeansFurtherPages() {
        Bundle linked = bundle(patient("p"));
        linked.addLink().setRelation("self");
        linked.addLink().setRelation("next");
        Bundle counted = bundle(patient("p"));
        counted.setTotal(2);
        assertThat(Hapi.READER.read(linked).issues())
                .containsExactly(new ReadIssue(Kind.FURTHER_PAGES, "Bundle", null, "Bundle.link"));
        assertThat(Hapi.READER.read(counted).issues())
                .containsExactly(new ReadIssue(Kind.FURTHER_PAGES, "Bundle", null, "Bundle.total"));
        assertThat(Hapi.READER.read(counted).coverage()).isEqualTo(Coverage.all(State.PARTIAL));
    }

    @Test
    void outcomeInPlaceOfDataIsNoted() {
        assertThat(Hapi.read(outcome(IssueSeverity.INFORMATION)).issues()).hasSize(1);
        assertThat(Hapi.READER.read(bundle(outcome(IssueSeverity.INFORMATION))).issues())
                .isEmpty();
        assertThat(Hapi.READER.read(bundle(outcome(IssueSeverity.ERROR))).issues())
                .containsExactly(new ReadIssue(Kind.OPERATION_OUTCOME, "OperationOutcome", null, "OperationOutcome"));
        assertThat(Hapi.READER.read(bundle(new OperationOutcome())).coverage()).isEqualTo(Coverage.all(State.PARTIAL));
    }

    @Test
    void entryWithoutAResourceIsNotedUnlessItExplainsItself() {
        Bundle bundle = new Bundle();
        bundle.addEntry().setFullUrl("urn:uuid:1");
        bundle.addEntry().getRequest().setMethod(HTTPVerb.DELETE);
        bundle.addEntry().getResponse().setStatus("200");
        bundle.addEntry().getResponse().setStatus("404 Not Found");
        assertThat(Hapi.READER.read(bundle).issues())
                .containsExactly(
                        new ReadIssue(Kind.NO_RESOURCE_TYPE, null, null, "Bundle.entry.resource"),
                        new ReadIssue(Kind.OPERATION_OUTCOME, null, null, "Bundle.entry.response"));
    }

    @Test
    void modifiedEntryOrResourceIsSetAside() {
        Bundle bundle = bundle(patient("p"), patient("q"));
        bundle.getEntry().get(0).addModifierExtension().setUrl("http://x/not");
        ((Patient) bundle.getEntry().get(1).getResource())
                .addModifierExtension()
                .setUrl("http://x/not");
        PatientRecord record = Hapi.READER.read(bundle);
        assertThat(record.patient()).isNull();
        assertThat(record.issues())
                .containsExactly(
                        new ReadIssue(Kind.MODIFIER_EXTENSION, "Patient", "p", "Bundle.entry.modifierExtension"),
                        new ReadIssue(Kind.MODIFIER_EXTENSION, "Patient", "q", "Patient.modifierExtension"));
    }

    @Test
    void parametersAndNestedBundlesAreRead() {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("patient").setResource(patient("p"));
        parameters.addParameter().setName("more").addPart().setName("rest").setResource(bundle(new Condition()));
        PatientRecord record = Hapi.read(parameters);
        assertThat(record.patientId()).isEqualTo("p");
        assertThat(record.conditions()).hasSize(1);
        assertThat(record.coverage()).isEqualTo(Coverage.all(State.COMPLETE));
    }

    @Test
    void dateThatIsNoneIsLeftOutAndItsEntryKept() {
        Condition condition =
                (Condition) Hapi.parse("{'resourceType':'Condition','id':'c','onsetDateTime':'2025-02-30'}");
        PatientRecord record = Hapi.read(condition);
        assertThat(record.conditions().get(0).onset()).isNull();
        assertThat(record.issues())
                .containsExactly(new ReadIssue(Kind.BAD_DATE, "Condition", "c", "Condition.onsetDateTime"));
    }

    @Test
    void answerToAQueryCoversWhatWasAskedFor() {
        RecordBuilder record = new RecordBuilder();
        Hapi.READER.readInto(bundle(new Condition()), record, RecordArea.CONDITIONS);
        Hapi.READER.readInto(outcome(IssueSeverity.ERROR), record, RecordArea.PROCEDURES);
        Hapi.READER.readInto(bundle(patient("p")), record, null);
        PatientRecord read = record.build("p");
        assertThat(read.coverage().of(RecordArea.CONDITIONS)).isEqualTo(State.COMPLETE);
        assertThat(read.coverage().of(RecordArea.PROCEDURES)).isEqualTo(State.PARTIAL);
        assertThat(read.coverage().of(RecordArea.PATIENT)).isEqualTo(State.NOT_SUPPLIED);
        assertThat(read.patient()).isNotNull();
    }

    @Test
    void entriesOverTheLimitAreRefused() {
        ReadLimits few = new ReadLimits(1_000, 64, 1_000, 256, 40, 30, 1_000, 2);
        HapiRecordReader reader = new HapiRecordReader(Hapi.R4, few);
        assertThat(reader.read(bundle(patient("p"), new Condition())).conditions())
                .hasSize(1);
        Bundle three = bundle(patient("p"), new Condition(), new Condition());
        assertThatThrownBy(() -> reader.read(three))
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        refused -> assertThat(refused.reason())
                                .isEqualTo(UnreadableRecordException.Reason.TOO_MANY_ENTRIES));
    }

    // HAPI's getters make what is not there; a reading that used them would race with another.
    @Test
    void readingLeavesTheResourceAsItIs() throws ReflectiveOperationException {
        for (Resource empty : List.of(new Condition(), new Patient(), new org.hl7.fhir.r4.model.Observation())) {
            Hapi.read(empty);
            for (Field field : empty.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    assertThat(field.get(empty)).as(field.toString()).isNull();
                }
            }
        }
    }

    @Test
    void manyThreadsReadOneBundleAlike() throws Exception {
        Bundle bundle = bundle(patient("p"), new Condition().setOnset(new DateTimeType("2025")));
        PatientRecord expected = Hapi.READER.read(bundle);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<PatientRecord> reading = () -> Hapi.READER.read(bundle);
            for (Future<PatientRecord> read : threads.invokeAll(Collections.nCopies(64, reading))) {
                assertThat(read.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
    }
}
