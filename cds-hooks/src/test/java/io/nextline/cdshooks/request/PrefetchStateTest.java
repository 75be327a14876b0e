package io.nextline.cdshooks.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.SampleRequest;
import io.nextline.cdshooks.prefetch.PrefetchKey;
import io.nextline.cdshooks.prefetch.PrefetchState;
import io.nextline.core.fhir.Coverage;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordArea;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The states in which the answer to a prefetch key may come (rules P6 to P10), and what each says of completeness. */
class PrefetchStateTest {

    private static CdsRequest read(SampleRequest request) throws IOException {
        return new CdsRequestReader(ReadLimits.forRequests()).read(new ByteArrayInputStream(request.bytes()));
    }

    static Stream<Arguments> answers() {
        String whole = SampleRequest.bundle(SampleRequest.CONDITION);
        return Stream.of(
                Arguments.of(null, PrefetchState.ABSENT, Coverage.State.NOT_SUPPLIED),
                Arguments.of("null", PrefetchState.NULL, Coverage.State.COMPLETE),
                Arguments.of(SampleRequest.EMPTY, PrefetchState.EMPTY, Coverage.State.COMPLETE),
                Arguments.of(whole, PrefetchState.SUPPLIED, Coverage.State.COMPLETE),
                Arguments.of(SampleRequest.page(SampleRequest.CONDITION), PrefetchState.PAGED, Coverage.State.PARTIAL),
                Arguments.of(SampleRequest.FAILED, PrefetchState.FAILED, Coverage.State.PARTIAL),
                Arguments.of("[]", PrefetchState.UNREADABLE, Coverage.State.PARTIAL),
                Arguments.of("\"Bundle\"", PrefetchState.UNREADABLE, Coverage.State.PARTIAL),
                Arguments.of("{}", PrefetchState.UNREADABLE, Coverage.State.PARTIAL),
                Arguments.of(SampleRequest.bundle("{\"id\":\"x\"}"), PrefetchState.UNREADABLE, Coverage.State.PARTIAL));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void eachStateIsKeptApart(String answer, PrefetchState state, Coverage.State coverage) throws IOException {
        CdsRequest request = read(SampleRequest.patientView().prefetch("conditions", answer));

        assertThat(request.prefetch().of(PrefetchKey.CONDITIONS)).isEqualTo(state);
        assertThat(request.record().build("p1").coverage().of(RecordArea.CONDITIONS))
                .isEqualTo(coverage);
    }

    @Test
    void failedFurtherKeyWeakensTheAreaThatAnotherKeyAnswersFor() throws IOException {
        CdsRequest request = read(SampleRequest.patientView().prefetch("administrations", SampleRequest.FAILED));

        assertThat(request.prefetch().of(PrefetchKey.ADMINISTRATIONS)).isEqualTo(PrefetchState.FAILED);
        assertThat(request.record().build("p1").coverage().of(RecordArea.MEDICATIONS))
                .isEqualTo(Coverage.State.PARTIAL);
    }

    @Test
    void furtherKeyAloneDoesNotAnswerForItsArea() throws IOException {
        CdsRequest request = read(SampleRequest.patientView().prefetch("assessments", SampleRequest.EMPTY));

        assertThat(request.record().build("p1").coverage().of(RecordArea.OBSERVATIONS))
                .isEqualTo(Coverage.State.NOT_SUPPLIED);
    }

    @Test
    void unreadableEntryWeakensItsAreaAndTheRestStillCounts() throws IOException {
        String odd = "{\"resourceType\":\"Condition\",\"id\":\"c2\",\"code\":[]}";
        CdsRequest request = read(
                SampleRequest.patientView().prefetch("conditions", SampleRequest.bundle(SampleRequest.CONDITION, odd)));

        assertThat(request.prefetch().of(PrefetchKey.CONDITIONS)).isEqualTo(PrefetchState.SUPPLIED);
        assertThat(request.record().build("p1").conditions()).hasSize(1);
        assertThat(request.record().build("p1").coverage().of(RecordArea.CONDITIONS))
                .isEqualTo(Coverage.State.PARTIAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Observation", "Coverage"})
    void bundleOfOtherTypesIsNoAnswerToTheQuery(String type) throws IOException {
        String other = SampleRequest.CONDITION.replace("\"Condition\"", "\"" + type + "\"");

        CdsRequest request = read(SampleRequest.patientView().prefetch("conditions", SampleRequest.bundle(other)));

        assertThat(request.prefetch().of(PrefetchKey.CONDITIONS)).isEqualTo(PrefetchState.UNREADABLE);
        assertThat(request.record().build("p1").coverage().of(RecordArea.CONDITIONS))
                .isEqualTo(Coverage.State.PARTIAL);
    }

    @Test
    void resourceOfAnotherTypeIsNoPatient() throws IOException {
        CdsRequest request = read(SampleRequest.patientView().prefetch("patient", SampleRequest.CONDITION));

        assertThat(request.prefetch().missing()).containsExactly(PrefetchKey.PATIENT);
    }

    @Test
    void includedResourcesBesideTheAnswerAndMereInformationAreNoFault() throws IOException {
        String included = "{\"resourceType\":\"Medication\",\"id\":\"m1\"}";
        String information = SampleRequest.FAILED.replace("\"error\"", "\"information\"");

        CdsRequest request = read(SampleRequest.patientView()
                .prefetch("conditions", SampleRequest.bundle(SampleRequest.CONDITION, included))
                .prefetch("procedures", SampleRequest.bundle(information)));

        assertThat(request.prefetch().of(PrefetchKey.CONDITIONS)).isEqualTo(PrefetchState.SUPPLIED);
        assertThat(request.prefetch().of(PrefetchKey.PROCEDURES)).isEqualTo(PrefetchState.EMPTY);
    }

    @Test
    void unreadableEntryUnderAFurtherKeyWeakensItsArea() throws IOException {
        CdsRequest request = read(SampleRequest.patientView()
                .prefetch(
                        "administrations",
                        SampleRequest.bundle(
                                "{\"id\":\"x\"}",
                                "{\"resourceType\":" + "\"MedicationAdministration\",\"id\":\"a1\"}")));

        assertThat(request.prefetch().of(PrefetchKey.ADMINISTRATIONS)).isEqualTo(PrefetchState.SUPPLIED);
        assertThat(request.record().build("p1").coverage().of(RecordArea.MEDICATIONS))
                .isEqualTo(Coverage.State.PARTIAL);
    }

    @Test
    void keyNotAskedForSatisfiesNone() throws IOException {
        CdsRequest request = read(SampleRequest.patientView()
                .prefetch("conditions", null)
                .prefetch("everything", SampleRequest.bundle(SampleRequest.CONDITION)));

        assertThat(request.prefetch().missing()).containsExactly(PrefetchKey.CONDITIONS);
    }
}
