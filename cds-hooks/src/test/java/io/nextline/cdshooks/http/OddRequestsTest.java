package io.nextline.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.cdshooks.ResponseRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No request, however odd, gets a failure, a stack trace or an illegal card; the oddities are drawn with a fixed seed. */
@Timeout(120)
class OddRequestsTest {

    private static final int CHANGES = 1_000;
    private static final String FEEDBACK = """
            {"feedback":[{"card":"9368d37b-283f-54a0-93ea-547cebab93ed","outcome":"accepted",
            "acceptedSuggestions":[{"id":"e56e1945-20b3-4393-8503-a1a20fd73152"}],
            "outcomeTimestamp":"2026-11-21T12:00:00Z"},{"card":"9368d37b-283f-54a0-93ea-547cebab93ed",
            "outcome":"overridden","outcomeTimestamp":"2026-11-21T12:00:00.5Z","overrideReason":{"userComment":"no",
            "reason":{"code":"other","system":"https://example.com/reasons","display":"Other"}}}]}
            """;

    private static JsonNode request(String hook) {
        try (InputStream in = OddRequestsTest.class.getResourceAsStream("warm-up-" + hook + ".json")) {
            return ResponseRules.parse(in.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient-view", "order-select", "order-sign"})
    void changedCallIsAnsweredOrRefusedAndNothingOfItStandsInTheAnswer(String hook) {
        JsonNode request = request(hook);
        RequestMutator mutator = new RequestMutator(20261121 + hook.length());
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int i = 0; i < CHANGES; i++) {
            byte[] body = mutator.mutate(request);
            try {
                AnswerOracle.Answer answer = AnswerOracle.post("nextline-" + hook, body);
                statuses.merge(answer.status(), 1, Integer::sum);
                assertThat(answer.body()).doesNotContain(RequestMutator.MARK);
            } catch (AssertionError broken) {
                throw new AssertionError("change " + i + ": " + new String(body, StandardCharsets.UTF_8), broken);
            }
        }
        assertThat(statuses.keySet()).as("what the changes lead to").contains(200, 400, 412);
    }

    @Test
    void changedFeedbackIsKeptOrRefused() {
        JsonNode feedback = ResponseRules.parse(FEEDBACK.getBytes(StandardCharsets.UTF_8));
        RequestMutator mutator = new RequestMutator(7);
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int i = 0; i < CHANGES; i++) {
            byte[] body = mutator.mutate(feedback);
            statuses.merge(
                    AnswerOracle.post("nextline-order-sign/feedback", body).status(), 1, Integer::sum);
        }
        assertThat(statuses.keySet()).containsOnly(200, 400);
    }
}
