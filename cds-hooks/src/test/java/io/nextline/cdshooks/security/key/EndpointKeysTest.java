package io.nextline.cdshooks.security.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.nextline.cdshooks.security.TestEndpoint;
import io.nextline.cdshooks.security.TestKey;
import io.nextline.cdshooks.security.TestStores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Key sets over https from endpoints that answer well, wrongly, slowly, hugely and endlessly. */
class EndpointKeysTest {

    private static final TestKey EC = TestKey.ec("ec", "secp384r1");

    private final TestEndpoint endpoint = new TestEndpoint();
    private final KeySetReader reader = new KeySetReader(SignatureAlgorithm.recommended());
    private final KeyLoader loader = new EndpointKeys(endpoint.url(), TestStores.trust(), reader);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        endpoint.close();
    }

    @Test
    void publishedKeysAreRead() throws KeysUnreadableException {
        endpoint.publishes(EC);

        assertThat(loader.load()).containsOnlyKeys("ec");
    }

    @Test
    void keysForOtherPurposesArePassedOver() throws KeysUnreadableException {
        endpoint.publishes(EC, TestKey.rsa("weak", 1024), TestKey.ec("p256", "secp256r1"));

        assertThat(loader.load()).containsOnlyKeys("ec");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectIsNotFollowed(int status) {
        try (TestEndpoint other = new TestEndpoint()) {
            other.publishes(EC);
            endpoint.does(exchange -> {
                exchange.getResponseHeaders().set("Location", other.url().toString());
                TestEndpoint.answer(exchange, status, "");
            });

            assertThatThrownBy(loader::load)
                    .hasMessageContaining(endpoint.url() + ": it answers with status " + status);
            assertThat(other.calls()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 401, 404, 500, 503})
    void otherStatusThan200IsAFailure(int status) {
        endpoint.does(exchange -> TestEndpoint.answer(exchange, status, ""));

        assertThatThrownBy(loader::load).hasMessageContaining("status " + status);
    }

    @Test
    void answerThatIsTooLargeIsBrokenOff() {
        endpoint.does(exchange -> TestEndpoint.answer(exchange, 200, " ".repeat(KeySetReader.MAX_BYTES + 1)));

        assertThatThrownBy(loader::load).hasMessageContaining("it cannot be read (IOException)");
    }

    @Test
    void endlessAnswerIsBrokenOff() {
        endpoint.does(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] blanks = " ".repeat(8192).getBytes(StandardCharsets.US_ASCII);
            while (end.getCount() > 0) {
                exchange.getResponseBody().write(blanks);
            }
        });

        assertThatThrownBy(loader::load).hasMessageContaining("it cannot be read (IOException)");
    }

    @Test
    void answerThatDribblesIsGivenUpInTime() {
        endpoint.does(this::dribble);
        long start = System.nanoTime();

        assertThatThrownBy(loader::load).hasMessageContaining("it does not answer within 2 s");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    private void dribble(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try {
            do {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            } while (!end.await(100, TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void certificateOfAnUnknownAuthorityIsNotTrusted() {
        endpoint.publishes(EC);
        KeyLoader platform = new EndpointKeys(endpoint.url(), null, reader);

        assertThatThrownBy(platform::load).hasMessageContaining("SSLHandshakeException");
        assertThat(endpoint.calls()).isZero();
    }

    @Test
    void nothingReceivedIsInAMessage() {
        for (String body : List.of("canary", "{\"keys\":\"canary\"}", "{\"keys\":[{\"canary\":1}],\"keys\":1}")) {
            endpoint.does(exchange -> TestEndpoint.answer(exchange, 200, body));
            assertThatThrownBy(loader::load).message().doesNotContain("canary");
        }
    }
}
