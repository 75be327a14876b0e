package io.nextline.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.ResponseRules;
import io.nextline.cdshooks.ServiceSettings;
import io.nextline.cdshooks.feedback.FeedbackDesk;
import io.nextline.cdshooks.feedback.FeedbackSettings;
import io.nextline.cdshooks.security.DevelopmentGate;
import io.nextline.cdshooks.security.Peer;
import io.nextline.core.Nextline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What holds of every answer, however odd the request: a defined status and never a failure, no trace of the program's inside, no
 * card that breaks a rule, the same answer to the same request, and within a second.
 */
public final class AnswerOracle {

    private static final Set<Integer> DEFINED = Set.of(200, 204, 301, 304, 400, 401, 404, 405, 412, 413, 415);
    private static final long LONGEST_MILLIS = 1_000;
    // A machine that is busy elsewhere is not a hang; the quickest of three tries counts.
    private static final int TRIES = 3;

    private static final CdsHooksHandler HANDLER = handler();

    private AnswerOracle() {}

    /** An answer that holds what it has to. */
    public record Answer(int status, String body) {}

    private static CdsHooksHandler handler() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
        CdsServices services = new CdsServices(Nextline.load(), ServiceSettings.of(clock));
        CdsHooksHandler handler = new CdsHooksHandler(
                services,
                Cors.anyOrigin(),
                new DevelopmentGate(),
                new FeedbackDesk(FeedbackSettings.inMemory().store(), services));
        handler.prepare();
        return handler;
    }

    /** Calls a service, or sends it feedback, with a JSON body, and checks the answer. */
    public static Answer post(String service, byte[] body) {
        return check("POST", "/cds-services/" + service, Map.of("Content-Type", "application/json"), body);
    }

    /** Sends a request, and checks the answer. */
    public static Answer check(String method, String path, Map<String, String> headers, byte[] body) {
        long quickest = Long.MAX_VALUE;
        HttpResponse first = null;
        for (int i = 0; i < 2 || (i < TRIES && quickest > LONGEST_MILLIS); i++) {
            long start = System.nanoTime();
            HttpResponse answer = send(method, path, headers, body);
            quickest = Math.min(quickest, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            if (first == null) {
                first = answer;
                legal(answer, path);
            } else {
                assertThat(answer.status()).as("the same status again").isEqualTo(first.status());
                assertThat(answer.body()).as("the same body again").isEqualTo(first.body());
            }
        }
        assertThat(quickest).as("milliseconds").isLessThan(LONGEST_MILLIS);
        return new Answer(first.status(), new String(first.body(), StandardCharsets.UTF_8));
    }

    private static HttpResponse send(String method, String path, Map<String, String> headers, byte[] body) {
        try {
            return HANDLER.handle(new HttpRequest(
                    method, path, HttpRequest.Headers.of(headers), new ByteArrayInputStream(body), Peer.LOCAL));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void legal(HttpResponse answer, String path) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(DEFINED).as(text).contains(answer.status());
        answer.headers().forEach((name, value) -> assertThat(name + value).doesNotContainPattern("[\\x00-\\x1f]"));
        if (answer.headers().getOrDefault("Content-Type", "").startsWith("text/html")) {
            assertThat(answer.status()).isIn(200, 404);
            assertThat(text)
                    .doesNotContainIgnoringCase("<script")
                    .doesNotContain("\tat ", "Exception", "io.nextline.c");
        } else if (answer.status() >= 400) {
            JsonNode outcome = ResponseRules.checkNothingEmpty(answer.body());
            assertThat(outcome.path("resourceType").asText()).isEqualTo("OperationOutcome");
            assertThat(outcome.at("/issue/0/severity").asText()).isEqualTo("error");
            assertThat(text).doesNotContain("\\tat ", "Exception", "java.", "io.nextline.c");
        } else if (text.contains("\"cards\"") && !path.endsWith("/feedback")) {
            ResponseRules.check(answer.body());
        }
    }
}
