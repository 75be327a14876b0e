package io.nextline.cdshooks.security.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.security.TestClock;
import io.nextline.cdshooks.security.TestKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How long keys serve, and how often their source is asked. */
class CachedKeysTest {

    private static final KeyCaching CACHING =
            new KeyCaching(Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofHours(1));
    private static final TestKey OLD = TestKey.ec("old", "secp384r1");
    private static final TestKey NEW = OLD.withKid("new");

    private final TestClock clock = new TestClock();
    private final AtomicInteger loads = new AtomicInteger();
    private volatile Map<String, VerificationKey> published = keys(OLD);
    private final CachedKeys cache = new CachedKeys(this::load, CACHING, clock);

    private static Map<String, VerificationKey> keys(TestKey... keys) {
        try {
            return new KeySetReader(SignatureAlgorithm.recommended())
                    .read(TestKey.jwks(keys).getBytes(StandardCharsets.UTF_8))
                    .keys();
        } catch (KeysUnreadableException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, VerificationKey> load() throws KeysUnreadableException {
        loads.incrementAndGet();
        Map<String, VerificationKey> now = published;
        if (now == null) {
            throw new KeysUnreadableException("down");
        }
        return now;
    }

    private boolean has(String kid) {
        return cache.find(kid) instanceof KeyLookup.Found;
    }

    @Test
    void keysAreReadOnceAndKept() {
        for (int i = 0; i < 100; i++) {
            assertThat(has("old")).isTrue();
        }

        assertThat(loads).hasValue(1);
    }

    @Test
    void unknownKidMakesTheSourceBeReadButNotOften() {
        assertThat(has("old")).isTrue();
        published = keys(OLD, NEW);
        for (int i = 0; i < 100; i++) {
            assertThat(cache.find("new")).isInstanceOf(KeyLookup.Unknown.class);
        }
        assertThat(loads).hasValue(1);

        clock.advance(Duration.ofSeconds(10));
        assertThat(has("new")).isTrue();
        for (int i = 0; i < 100; i++) {
            assertThat(has("made-up-" + i)).isFalse();
        }
        assertThat(loads).hasValue(2);
    }

    @Test
    void removedKeyIsRefusedOnceTheSourceWasReadAgain() {
        assertThat(has("old")).isTrue();
        published = keys(NEW);
        clock.advance(Duration.ofSeconds(11));
        assertThat(has("old")).isTrue();
        assertThat(has("new")).isTrue();

        assertThat(has("old")).isFalse();
    }

    @Test
    void oldKeysAreReadAgainWithoutBeingAskedForAnother() {
        assertThat(has("old")).isTrue();
        published = keys(NEW);
        clock.advance(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(has("old")).isTrue();

        // The reading that this started is under way; asking for another key waits for it.
        assertThat(has("new")).isTrue();
        assertThat(has("old")).isFalse();
    }

    @Test
    void keysServeUntilTheirMaximumAgeWhileTheSourceIsDown() {
        assertThat(has("old")).isTrue();
        published = null;
        clock.advance(Duration.ofMinutes(59));
        assertThat(has("old")).isTrue();
        clock.advance(Duration.ofMinutes(2));
        assertThat(cache.find("old")).isInstanceOf(KeyLookup.Unavailable.class);

        published = keys(OLD);
        clock.advance(Duration.ofSeconds(10));
        assertThat(has("old")).isTrue();
    }

    @Test
    void sourceThatWasNeverReadIsUnavailable() {
        published = null;

        assertThat(cache.find("old")).isInstanceOf(KeyLookup.Unavailable.class);
        assertThat(cache.prepare()).containsExactly("the keys could not be read a moment ago");
        clock.advance(Duration.ofSeconds(10));
        assertThat(cache.prepare()).containsExactly("down");
    }

    @Test
    void slowSourceHoldsFewThreadsAndIsAskedOnce() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        CachedKeys slow = new CachedKeys(
                () -> {
                    loads.incrementAndGet();
                    await(go);
                    return keys(OLD);
                },
                CACHING,
                clock);
        List<Thread> threads = new ArrayList<>();
        AtomicInteger refused = new AtomicInteger();
        CountDownLatch twelve = new CountDownLatch(12);
        for (int i = 0; i < 20; i++) {
            Thread thread = new Thread(() -> {
                if (slow.find("old") instanceof KeyLookup.Unavailable) {
                    refused.incrementAndGet();
                    twelve.countDown();
                }
            });
            thread.start();
            threads.add(thread);
        }
        twelve.await();
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(refused).hasValue(12);
        assertThat(loads).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void clockThatWasSetBackDoesNotStopReading() {
        assertThat(has("old")).isTrue();
        published = keys(OLD, NEW);
        clock.advance(Duration.ofDays(-1));

        assertThat(has("new")).isTrue();
    }
}
