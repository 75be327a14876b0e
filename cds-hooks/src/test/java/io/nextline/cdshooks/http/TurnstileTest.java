package io.nextline.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.fetch.BusyException;
import io.nextline.cdshooks.fetch.FetchPause;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is answered at a time, what waits, and what is turned away. */
class TurnstileTest {

    private static final Patience ALWAYS = Patience.always(TimeUnit.MINUTES.toMillis(1));

    private final ScheduledExecutorScheduler scheduler = new ScheduledExecutorScheduler("test", true);
    private final List<String> seen = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();

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
            public void admit(FetchPause place) {
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
        Turnstile turnstile = new Turnstile(1, 0, ALWAYS, scheduler, Turnstile.Outside.none(), nanos::get);

        turnstile.enter(visitor("first"));
        turnstile.enter(visitor("second"));

        assertThat(seen).containsExactly("first", "second");
    }

    @Test
    void thoseWhoWaitPassInTheirOrderOnceAPlaceIsFree() {
        Turnstile turnstile = new Turnstile(1, 2, ALWAYS, scheduler, Turnstile.Outside.none(), nanos::get);

        turnstile.enter(visitor("first", () -> {
            turnstile.enter(visitor("second"));
            turnstile.enter(visitor("third"));
            seen.add("first leaves");
        }));

        assertThat(seen).containsExactly("first", "first leaves", "second", "third");
    }

    @Test
    void whoFindsNeitherPlaceNorSeatIsTurnedAwayAtOnce() {
        Turnstile turnstile = new Turnstile(1, 1, ALWAYS, scheduler, Turnstile.Outside.none(), nanos::get);

        turnstile.enter(visitor("first", () -> {
            turnstile.enter(visitor("second"));
            turnstile.enter(visitor("third"));
        }));

        assertThat(seen).containsExactly("first", "third turned away", "second");
    }

    @Test
    void whoHasWaitedTooLongIsTurnedAwayAndNeverAdmitted() {
        Turnstile turnstile = new Turnstile(1, 1, Patience.always(1), scheduler, Turnstile.Outside.none(), nanos::get);
        CountDownLatch gone = new CountDownLatch(1);

        turnstile.enter(visitor("first", () -> {
            turnstile.enter(new Turnstile.Visitor() {
                @Override
                public void admit(FetchPause place) {
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

    /** Passes one who takes so long inside, and turns up the others meanwhile. */
    private void passes(Turnstile turnstile, long millis, String... meanwhile) {
        turnstile.enter(visitor("one of " + millis + " ms", () -> {
            for (String name : meanwhile) {
                turnstile.enter(visitor(name));
            }
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
        }));
    }

    @Test
    void whoWouldWaitTooLongAtThePresentPaceIsTurnedAwayAtOnce() {
        Turnstile turnstile =
                new Turnstile(1, 9, new Patience(200, 200, 0), scheduler, Turnstile.Outside.none(), nanos::get);
        for (int i = 0; i < 40; i++) {
            passes(turnstile, 90);
        }
        seen.clear();

        passes(turnstile, 90, "first", "second", "third", "fourth");

        assertThat(seen).containsExactly("one of 90 ms", "third turned away", "fourth turned away", "first", "second");
    }

    @Test
    void slowPaceOfThePastIsForgotten() {
        Turnstile turnstile =
                new Turnstile(1, 9, new Patience(200, 200, 0), scheduler, Turnstile.Outside.none(), nanos::get);
        passes(turnstile, 60_000);
        for (int i = 0; i < 60; i++) {
            passes(turnstile, 1);
        }
        seen.clear();

        passes(turnstile, 1, "first", "second", "third");

        assertThat(seen).containsExactly("one of 1 ms", "first", "second", "third");
    }

    @Test
    void coldServiceIsSlowAndNotOverloaded() {
        Turnstile turnstile =
                new Turnstile(1, 9, new Patience(200, 60_000, 4), scheduler, Turnstile.Outside.none(), nanos::get);
        passes(turnstile, 5_000);

        passes(turnstile, 5_000, "first", "second");
        passes(turnstile, 5_000, "third");

        assertThat(seen)
                .doesNotContain("first turned away", "second turned away")
                .contains("third turned away");
    }

    private Turnstile.Visitor leaving(String name, Runnable meanwhile) {
        return new Turnstile.Visitor() {
            @Override
            public void admit(FetchPause place) {
                seen.add(name);
                place.begin();
                meanwhile.run();
                place.end();
                seen.add(name + " is back");
            }

            @Override
            public void turnAway() {
                seen.add(name + " turned away");
            }
        };
    }

    private Turnstile oneThatMayBeLeft() {
        return new Turnstile(1, 2, ALWAYS, scheduler, new Turnstile.Outside(1, Runnable::run), nanos::get);
    }

    @Test
    void placeOfOneWhoWaitsForSomethingServesOthers() {
        Turnstile turnstile = oneThatMayBeLeft();

        turnstile.enter(leaving("first", () -> {
            assertThat(turnstile.away()).isEqualTo(1);
            assertThat(turnstile.inside()).isZero();
            turnstile.enter(visitor("second"));
        }));

        assertThat(seen).containsExactly("first", "second", "first is back");
        assertThat(List.of(turnstile.inside(), turnstile.away())).containsOnly(0);
    }

    @Test
    void whoWaitedForAPlaceGetsTheOneThatIsLeft() {
        Turnstile turnstile = oneThatMayBeLeft();

        turnstile.enter(new Turnstile.Visitor() {
            @Override
            public void admit(FetchPause place) {
                turnstile.enter(visitor("second"));
                seen.add("first leaves");
                place.begin();
                place.end();
                seen.add("first is back");
            }

            @Override
            public void turnAway() {
                seen.add("first turned away");
            }
        });

        assertThat(seen).containsExactly("first leaves", "second", "first is back");
    }

    @Test
    void whoComesBackGoesBeforeThoseWhoWait() throws Exception {
        Turnstile turnstile = oneThatMayBeLeft();
        CountDownLatch away = new CountDownLatch(1);
        CountDownLatch comeBack = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread first = new Thread(() -> {
            turnstile.enter(leaving("first", () -> {
                away.countDown();
                assertThat(wait(comeBack)).isTrue();
            }));
            done.countDown();
        });
        first.start();
        assertThat(wait(away)).isTrue();

        turnstile.enter(visitor("second", () -> {
            turnstile.enter(visitor("third"));
            comeBack.countDown();
            while (first.getState() != Thread.State.TIMED_WAITING || turnstile.away() > 0) {
                Thread.onSpinWait();
            }
        }));

        assertThat(wait(done)).isTrue();
        assertThat(seen).containsExactly("first", "second", "first is back", "third");
        assertThat(turnstile.inside()).isZero();
    }

    @Test
    void noMoreThanSoManyAreAwayAndTheirPlacesAreKept() {
        Turnstile turnstile = oneThatMayBeLeft();

        turnstile.enter(leaving("first", () -> {
            try {
                turnstile.enter(leaving("second", () -> seen.add("second is away")));
            } catch (BusyException refused) {
                seen.add("second may not leave");
            }
            assertThat(turnstile.inside()).isZero();
        }));

        assertThat(seen).containsExactly("first", "second", "second may not leave", "first is back");
    }

    @Test
    void whoWaitsIsTurnedAwayWhereNoThreadIsLeftToAdmit() {
        Turnstile turnstile = new Turnstile(
                1,
                2,
                ALWAYS,
                scheduler,
                new Turnstile.Outside(1, work -> {
                    throw new RejectedExecutionException("stopping");
                }),
                nanos::get);

        turnstile.enter(leaving("first", () -> {}));
        turnstile.enter(new Turnstile.Visitor() {
            @Override
            public void admit(FetchPause place) {
                turnstile.enter(visitor("third"));
                place.begin();
                place.end();
            }

            @Override
            public void turnAway() {
                seen.add("second turned away");
            }
        });

        assertThat(seen).containsExactly("first", "first is back", "third turned away");
        assertThat(turnstile.inside()).isZero();
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
        Turnstile turnstile = new Turnstile(1, 0, ALWAYS, scheduler, Turnstile.Outside.none(), nanos::get);

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
