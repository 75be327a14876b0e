package io.nextline.cdshooks.http;

import static io.nextline.cdshooks.http.GuardedService.BASE;
import static io.nextline.cdshooks.http.GuardedService.EHR;
import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.security.RefusalCause;
import io.nextline.cdshooks.security.TestEndpoint;
import io.nextline.cdshooks.security.TestKey;
import io.nextline.cdshooks.security.TestStores;
import io.nextline.cdshooks.security.jwt.AuthenticationSettings;
import io.nextline.cdshooks.security.jwt.TrustedIssuer;
import io.nextline.cdshooks.security.key.KeySource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that change while the service runs, over HTTP on both sides. */
class KeyRotationTest {

    private static final TestKey OLD = TestKey.ec("old", "secp384r1");
    private static final TestKey NEW = TestKey.ec("new", "secp384r1");

    private final TestEndpoint endpoint = new TestEndpoint();

    @AfterEach
    void stop() {
        endpoint.close();
    }

    private GuardedService service() {
        return service(new KeySource.JwksEndpoint(endpoint.url(), TestStores.trust()));
    }

    private static GuardedService service(KeySource keys) {
        return new GuardedService(AuthenticationSettings.of(URI.create(BASE), List.of(TrustedIssuer.of(EHR, keys))));
    }

    private static int call(GuardedService service, TestKey key) {
        return service.call(service.token().signedBy(key)).status();
    }

    @Test
    void newKeyServesAfterARefreshAndTheOldOneNotAfterItsRemoval() {
        endpoint.publishes(OLD);
        try (GuardedService service = service()) {
            assertThat(call(service, OLD)).isEqualTo(200);
            endpoint.publishes(OLD, NEW);
            assertThat(call(service, NEW)).isEqualTo(401);
            assertThat(endpoint.calls()).isEqualTo(1);

            service.clock.advance(Duration.ofSeconds(10));
            assertThat(call(service, NEW)).isEqualTo(200);
            assertThat(call(service, OLD)).isEqualTo(200);
            assertThat(endpoint.calls()).isEqualTo(2);

            endpoint.publishes(NEW);
            service.clock.advance(Duration.ofSeconds(10));
            assertThat(call(service, TestKey.ec("other", "secp384r1"))).isEqualTo(401);
            assertThat(call(service, OLD)).isEqualTo(401);
            assertThat(service.gate.cause()).isEqualTo(RefusalCause.KEY_UNKNOWN);
            assertThat(call(service, NEW)).isEqualTo(200);
        }
    }

    @Test
    void keysServeWhileTheEndpointIsDownUntilTheirMaximumAge() {
        endpoint.publishes(OLD);
        try (GuardedService service = service()) {
            endpoint.fails();
            service.clock.advance(Duration.ofHours(4));
            assertThat(call(service, OLD)).isEqualTo(200);

            service.clock.advance(Duration.ofSeconds(11));
            RawClient.Answer answer = service.call(service.token().signedBy(OLD));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.head()).contains("Retry-After: ").doesNotContain("WWW-Authenticate");
            assertThat(answer.body()).doesNotContain("key");
            assertThat(service.gate.cause()).isEqualTo(RefusalCause.KEYS_UNAVAILABLE);

            endpoint.publishes(OLD);
            service.clock.advance(Duration.ofSeconds(10));
            assertThat(call(service, OLD)).isEqualTo(200);
        }
    }

    @Test
    void endpointThatWasNeverReachedGives503UntilItIs() {
        endpoint.fails();
        try (GuardedService service = service()) {
            assertThat(call(service, OLD)).isEqualTo(503);
            endpoint.publishes(OLD);
            service.clock.advance(Duration.ofSeconds(10));
            assertThat(call(service, OLD)).isEqualTo(200);
        }
    }

    @Test
    void replacedFileCountsWithoutARestart(@TempDir Path folder) {
        Path file = TestKey.write(folder.resolve("keys.json"), OLD);
        try (GuardedService service = service(new KeySource.JwksFile(file))) {
            assertThat(call(service, OLD)).isEqualTo(200);
            TestKey.write(file, NEW);
            service.clock.advance(Duration.ofSeconds(10));
            assertThat(call(service, NEW)).isEqualTo(200);
            assertThat(call(service, OLD)).isEqualTo(401);
        }
    }
}
