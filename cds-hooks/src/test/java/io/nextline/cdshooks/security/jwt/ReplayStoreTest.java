package io.nextline.cdshooks.security.jwt;

import static io.nextline.cdshooks.security.jwt.ReplayStore.Answer.FIRST;
import static io.nextline.cdshooks.security.jwt.ReplayStore.Answer.SEEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every store of used tokens does. */
public abstract class ReplayStoreTest {

    private static final int ROUNDS = 60;
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(360);

    /** Returns a new, empty store. */
    protected abstract ReplayStore store();

    @Test
    void tokenIsFirstOnceAndSeenUntilItMayBeForgotten() {
        ReplayStore store = store();

        assertThat(store.remember("i", "1", NOW, LATER)).isEqualTo(FIRST);
        assertThat(store.remember("i", "1", NOW, LATER)).isEqualTo(SEEN);
        assertThat(store.remember("i", "1", LATER, LATER.plusSeconds(9))).isEqualTo(SEEN);
        assertThat(store.remember("i", "1", LATER.plusSeconds(1), LATER.plusSeconds(9)))
                .isEqualTo(FIRST);
    }

    @Test
    void issuerAndIdDoNotRunIntoEachOther() {
        ReplayStore store = store();

        assertThat(store.remember("ab", "c", NOW, LATER)).isEqualTo(FIRST);
        assertThat(store.remember("a", "bc", NOW, LATER)).isEqualTo(FIRST);
    }

    @Test
    void ofFiftyThreadsExactlyOneIsTheFirst() throws InterruptedException {
        ReplayStore store = store();
        ExecutorService threads = Executors.newFixedThreadPool(50);
        AtomicInteger firsts = new AtomicInteger();
        for (int round = 0; round < ROUNDS; round++) {
            String jti = "round-" + round;
            CountDownLatch start = new CountDownLatch(1);
            CountDownLatch end = new CountDownLatch(50);
            for (int i = 0; i < 50; i++) {
                threads.execute(() -> {
                    await(start);
                    if (store.remember("i", jti, NOW, LATER) == FIRST) {
                        firsts.incrementAndGet();
                    }
                    end.countDown();
                });
            }
            start.countDown();
            assertThat(end.await(10, TimeUnit.SECONDS)).isTrue();
        }
        threads.shutdown();

        assertThat(firsts).hasValue(ROUNDS);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
