package io.nextline.cdshooks.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.cdshooks.SampleRequest;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.UnreadableRecordException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedRequestTest {

    private static CdsRequest read(String json) throws IOException {
        return new CdsRequestReader(ReadLimits.forRequests())
                .read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("hook", SampleRequest.patientView().top("hook", null)),
                Arguments.of("hook", SampleRequest.patientView().top("hook", "null")),
                Arguments.of("hook", SampleRequest.patientView().top("hook", "7")),
                Arguments.of("hook", SampleRequest.patientView().top("hook", "\"appointment-book\"")),
                Arguments.of("hookInstance", SampleRequest.patientView().top("hookInstance", null)),
                Arguments.of("hookInstance", SampleRequest.patientView().top("hookInstance", "\"  \"")),
                Arguments.of("hookInstance", SampleRequest.patientView().top("hookInstance", "{\"a\":1}")),
                Arguments.of("context", SampleRequest.patientView().top("context", "")),
                Arguments.of("context", SampleRequest.patientView().top("context", "null")),
                Arguments.of("context", SampleRequest.patientView().top("context", "[]")),
                Arguments.of("patientId", SampleRequest.patientView().context("patientId", null)),
                Arguments.of("patientId", SampleRequest.patientView().context("patientId", "null")),
                Arguments.of("patientId", SampleRequest.patientView().context("patientId", "12")),
                Arguments.of("patientId", SampleRequest.patientView().context("patientId", "\"canary&_include=*\"")),
                Arguments.of("patientId", SampleRequest.patientView().context("patientId", "\"../canary\"")),
                Arguments.of("patientId", SampleRequest.patientView().context("patientId", "\"Practitioner/canary\"")),
                Arguments.of("userId", SampleRequest.patientView().context("userId", "[\"canary\"]")),
                Arguments.of("prefetch", SampleRequest.patientView().top("prefetch", "[]")),
                Arguments.of("prefetch", SampleRequest.patientView().top("prefetch", "\"canary\"")),
                Arguments.of("draftOrders", SampleRequest.of("order-select").context("draftOrders", null)),
                Arguments.of("draftOrders", SampleRequest.of("order-sign").context("draftOrders", "null")),
                Arguments.of("draftOrders", SampleRequest.of("order-sign").context("draftOrders", "[]")));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenRequestIsRefusedByTheNameOfItsField(String field, SampleRequest request) {
        assertThatThrownBy(() -> read(request.json()))
                .isInstanceOf(MalformedRequestException.class)
                .hasMessageContaining(field)
                .hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"hook\":\"patient-view\",\"hook\":\"order-sign\"}",
                "{\"context\":{\"patientId\":\"a\",\"patientId\":\"b\"}}",
                "{\"prefetch\":{\"patient\":null,\"patient\":null}}",
                "{\"x\":1,\"x\":2}"
            })
    void fieldThatStandsTwiceIsRefused(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(MalformedRequestException.class)
                .hasMessageContaining("twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "\"patient-view\"", "null", "{} {}", "{}]"})
    void bodyThatIsNotOneObjectIsRefused(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfAny(MalformedRequestException.class, UnreadableRecordException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "{", "{\"hook\":", "<hook/>", "{'hook':1}", "{\"hook\":\"a\",}", "// {}"})
    void bodyThatIsNoJsonIsUnreadable(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfAny(UnreadableRecordException.class, MalformedRequestException.class);
    }

    @Test
    void absentOrNullPrefetchIsNoError() throws IOException {
        assertThat(read(SampleRequest.patientView().top("prefetch", "").json())
                        .prefetch()
                        .missing())
                .hasSize(3);
        assertThat(read(SampleRequest.patientView().top("prefetch", "null").json())
                        .prefetch()
                        .missing())
                .hasSize(3);
    }

    @Test
    void thousandsOfFieldsAreRefused() {
        SampleRequest request = SampleRequest.patientView();
        for (int i = 0; i < 1_000; i++) {
            request.prefetch("k" + i, "null");
        }

        assertThatThrownBy(() -> read(request.json())).isInstanceOf(MalformedRequestException.class);
    }
}
