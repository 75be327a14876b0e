package io.nextline.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.ResponseRules;
import io.nextline.cdshooks.SampleRequest;
import io.nextline.cdshooks.prefetch.PrefetchKey;
import io.nextline.cdshooks.security.DevelopmentGate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A failure never looks as if there were no evidence. Every kind of failure under every required key. */
@Tag("HZ-30")
class FaultMatrixTest {

    private static final CdsHooksHandler HANDLER =
            new CdsHooksHandler(SampleService.services(), Cors.none(), new DevelopmentGate());

    static List<Arguments> faults() {
        List<Arguments> faults = new ArrayList<>();
        for (PrefetchKey key : PrefetchKey.values()) {
            for (String answer : new String[] {"absent", SampleRequest.FAILED, "[]", "7", "\"x\"", "{}", "true"}) {
                faults.add(Arguments.of(key, answer));
            }
            faults.add(Arguments.of(key, SampleRequest.bundle(SampleRequest.FAILED)));
        }
        return faults;
    }

    @ParameterizedTest
    @MethodSource("faults")
    @Tag("HZ-30")
    void failureOfARequiredQueryIsNeverAnEmptyAnswer(PrefetchKey key, String answer) {
        for (String hook : new String[] {"patient-view", "order-select", "order-sign"}) {
            SampleRequest request = SampleRequest.of(hook).prefetch(key.key(), answer.equals("absent") ? null : answer);

            HttpResponse response = SampleService.post(HANDLER, "nextline-" + hook, request.json());

            assertThat(response.status()).isEqualTo(key.isRequired() ? 412 : 200);
            assertThat(SampleService.text(response)).doesNotContain("secret of the server");
            if (key.isRequired()) {
                assertThat(ResponseRules.parse(response.body())
                                .get("issue")
                                .get(0)
                                .get("diagnostics")
                                .asText())
                        .contains("'" + key.key() + "'")
                        .contains(key.decides());
            }
        }
    }
}
