package io.nextline.core.fhir;

import static io.nextline.core.fhir.FhirJson.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nextline.core.fhir.Coverage.State;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one value, as under a prefetch key, says about the area that was asked for. */
class PrefetchValueTest {

    private static final String CONDITION = "{'resourceType':'Condition','id':'c1','code':{'text':'RCC'}}";
    private static final String OUTCOME =
            "{'resourceType':'OperationOutcome','issue':[{'severity':'%s','code':'security','diagnostics':'x'}]}";

    private static PatientRecord read(String value, @Nullable RecordArea expected) {
        RecordBuilder into = new RecordBuilder();
        readInto(into, value, expected);
        return into.build(null);
    }

    private static void readInto(RecordBuilder into, String value, @Nullable RecordArea expected) {
        byte[] message = bytes("{'before':[1],'value':" + value + ",'after':true}");
        try (JsonParser parser = RecordReader.factory(ReadLimits.forRequests()).createParser(message)) {
            while (!"value".equals(parser.currentName()) || parser.currentToken() == JsonToken.FIELD_NAME) {
                parser.nextToken();
            }
            FhirJson.READER.readInto(parser, into, expected);
            assertThat(parser.nextToken()).isEqualTo(JsonToken.FIELD_NAME);
            assertThat(parser.currentName()).isEqualTo("after");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static State conditions(String value) {
        return read(value, RecordArea.CONDITIONS).coverage().of(RecordArea.CONDITIONS);
    }

    @Test
    void nullMeansThatThereIsNone() {
        assertThat(conditions("null")).isEqualTo(State.COMPLETE);
    }

    @Test
    void emptyBundleMeansThatThereIsNone() {
        assertThat(conditions("{'resourceType':'Bundle','type':'searchset'}")).isEqualTo(State.COMPLETE);
    }

    @Test
    void bundleReadToItsEndIsComplete() {
        assertThat(conditions(FhirJson.bundle(CONDITION))).isEqualTo(State.COMPLETE);
    }

    @Test
    void operationOutcomeInPlaceOfDataIsPartial() {
        PatientRecord record = read(OUTCOME.formatted("error"), RecordArea.CONDITIONS);
        assertThat(record.coverage().of(RecordArea.CONDITIONS)).isEqualTo(State.PARTIAL);
        assertThat(record.issues())
                .containsExactly(
                        new ReadIssue(ReadIssue.Kind.OPERATION_OUTCOME, "OperationOutcome", null, "OperationOutcome"));
    }

    @ParameterizedTest
    @CsvSource({"error,PARTIAL", "warning,PARTIAL", "fatal,PARTIAL", "information,COMPLETE", "success,COMPLETE"})
    void operationOutcomeBesideDataCountsUnlessItIsMereInformation(String severity, State state) {
        assertThat(conditions(FhirJson.bundle(CONDITION, OUTCOME.formatted(severity))))
                .isEqualTo(state);
    }

    @Test
    void operationOutcomeWithoutIssuesIsPartial() {
        assertThat(conditions(FhirJson.bundle("{'resourceType':'OperationOutcome'}")))
                .isEqualTo(State.PARTIAL);
    }

    @Test
    void mereInformationInPlaceOfDataIsStillNoData() {
        assertThat(conditions(OUTCOME.formatted("information"))).isEqualTo(State.PARTIAL);
    }

    @Test
    void bundleWithANextPageIsPartial() {
        PatientRecord record = read(
                "{'resourceType':'Bundle','type':'searchset','link':[{'relation':'self','url':'x'},"
                        + "{'relation':'next','url':'https://ehr/next?CANARY'}],'entry':[{'resource':" + CONDITION
                        + "}]}",
                RecordArea.CONDITIONS);
        assertThat(record.conditions()).hasSize(1);
        assertThat(record.coverage().of(RecordArea.CONDITIONS)).isEqualTo(State.PARTIAL);
        assertThat(record.issues())
                .containsExactly(new ReadIssue(ReadIssue.Kind.FURTHER_PAGES, "Bundle", null, "Bundle.link"));
    }

    @Test
    void bundleThatCountsMoreMatchesThanItHoldsIsPartial() {
        assertThat(conditions("{'resourceType':'Bundle','total':2,'entry':[{'resource':" + CONDITION + "}]}"))
                .isEqualTo(State.PARTIAL);
        assertThat(conditions("{'resourceType':'Bundle','total':1,'entry':[{'resource':" + CONDITION + "}]}"))
                .isEqualTo(State.COMPLETE);
    }

    @Test
    void refusedPartOfABatchIsPartial() {
        assertThat(conditions(
                        "{'resourceType':'Bundle','type':'batch-response','entry':[{'response':{'status':'403'}}]}"))
                .isEqualTo(State.PARTIAL);
        assertThat(conditions(
                        "{'resourceType':'Bundle','type':'batch-response','entry':[{'response':{'status':'204'}}]}"))
                .isEqualTo(State.COMPLETE);
    }

    @Test
    void valueOfAnotherJsonTypeIsPartial() {
        for (String value : new String[] {"[]", "'x'", "3", "true", "{}", "{'id':'x'}"}) {
            assertThat(conditions(value)).as(value).isEqualTo(State.PARTIAL);
        }
    }

    @Test
    void onePatientIsComplete() {
        assertThat(read("{'resourceType':'Patient','id':'p'}", RecordArea.PATIENT)
                        .coverage()
                        .isComplete(RecordArea.PATIENT))
                .isTrue();
    }

    @Test
    void valueThatNobodyAskedForIsReadAndCompletesNothing() {
        PatientRecord record = read(FhirJson.bundle(CONDITION), null);
        assertThat(record.conditions()).hasSize(1);
        assertThat(record.coverage()).isEqualTo(Coverage.all(State.NOT_SUPPLIED));
    }

    @Test
    void partialAreaIsNotMendedByALaterCompleteAnswer() {
        RecordBuilder into = new RecordBuilder();
        readInto(into, OUTCOME.formatted("error"), RecordArea.CONDITIONS);
        readInto(into, FhirJson.bundle(CONDITION), RecordArea.CONDITIONS);
        assertThat(into.build(null).coverage().of(RecordArea.CONDITIONS)).isEqualTo(State.PARTIAL);
    }
}
