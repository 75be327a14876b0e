package io.nextline.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is answered at a time, what waits, and what is turned away. */
class TurnstileTest {

    private static final long LONG = TimeUnit.MINUTES.toMillis(1);

    private final ScheduledExecutorScheduler scheduler = new ScheduledExecutorScheduler("test", true);
    private final List<String> seen = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        scheduler.start();
    }

    @AfterEach
    void stop() throws Exception {
        scheduler.stop();
    }

    private Turnstile.Visitor visitor(String name, Runnable inside) {
        return new Turnstile.Visitor() {
            @Override
            public void admit() {
                seen.add(name);
                inside.run();
            }

            @Override
            public void turnAway() {
                seen.add(name + " turned away");
            }
        };
    }

    private Turnstile.Visitor visitor(String name) {
        return visitor(name, () -> {});
    }

    @Test
    void whoFindsAPlacePassesAtOnce() {
        Turnstile turnstile = new Turnstile(1, 0, LONG, scheduler);

        turnstile.enter(visitor("first"));
        turnstile.enter(visitor("second"));

        assertThat(seen).containsExactly("first", "second");
    }

    @Test
    void thoseWhoWaitPassInTheirOrderOnceAPlaceIsFree() {
        Turnstile turnstile = new Turnstile(1, 2, LONG, scheduler);

        turnstile.enter(visitor("first", () -> {
            turnstile.enter(visitor("second"));
            turnstile.enter(visitor("third"));
            seen.add("first leaves");
        }));

        assertThat(seen).containsExactly("first", "first leaves", "second", "third");
    }

    @Test
    void whoFindsNeitherPlaceNorSeatIsTurnedAwayAtOnce() {
        Turnstile turnstile = new Turnstile(1, 1, LONG, scheduler);

        turnstile.enter(visitor("first", () -> {
            turnstile.enter(visitor("second"));
            turnstile.enter(visitor("third"));
        }));

        assertThat(seen).containsExactly("first", "third turned away", "second");
    }

    @Test
    void whoHasWaitedTooLongIsTurnedAwayAndNeverAdmitted() {
        Turnstile turnstile = new Turnstile(1, 1, 1, scheduler);
        CountDownLatch gone = new CountDownLatch(1);

        turnstile.enter(visitor("first", () -> {
            turnstile.enter(new Turnstile.Visitor() {
                @Override
                public void admit() {
                    seen.add("second");
                }

                @Override
                public void turnAway() {
                    gone.countDown();
                }
            });
            assertThat(wait(gone)).isTrue();
        }));
        turnstile.enter(visitor("third"));

        assertThat(seen).containsExactly("first", "third");
    }

    private static boolean wait(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void placeIsFreeAgainAfterAFailure() {
        Turnstile turnstile = new Turnstile(1, 0, LONG, scheduler);

        try {
            turnstile.enter(visitor("first", () -> {
                throw new IllegalStateException("failed");
            }));
        } catch (IllegalStateException failed) {
            seen.add("failed");
        }
        turnstile.enter(visitor("second"));

        assertThat(seen).containsExactly("first", "failed", "second");
    }
}
