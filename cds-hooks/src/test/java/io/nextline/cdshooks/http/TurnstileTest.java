package io.nextline.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.fetch.BusyException;
import io.nextline.cdshooks.fetch.FetchPause;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
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
        Turnstile turnstile = new Turnstile(1, 0, LONG, scheduler, Turnstile.Outside.none());

        turnstile.enter(visitor("first"));
        turnstile.enter(visitor("second"));

        assertThat(seen).containsExactly("first", "second");
    }

    @Test
    void thoseWhoWaitPassInTheirOrderOnceAPlaceIsFree() {
        Turnstile turnstile = new Turnstile(1, 2, LONG, scheduler, Turnstile.Outside.none());

        turnstile.enter(visitor("first", () -> {
            turnstile.enter(visitor("second"));
            turnstile.enter(visitor("third"));
            seen.add("first leaves");
        }));

        assertThat(seen).containsExactly("first", "first leaves", "second", "third");
    }

    @Test
    void whoFindsNeitherPlaceNorSeatIsTurnedAwayAtOnce() {
        Turnstile turnstile = new Turnstile(1, 1, LONG, scheduler, Turnstile.Outside.none());

        turnstile.enter(visitor("first", () -> {
            turnstile.enter(visitor("second"));
            turnstile.enter(visitor("third"));
        }));

        assertThat(seen).containsExactly("first", "third turned away", "second");
    }

    @Test
    void whoHasWaitedTooLongIsTurnedAwayAndNeverAdmitted() {
        Turnstile turnstile = new Turnstile(1, 1, 1, scheduler, Turnstile.Outside.none());
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
        return new Turnstile(1, 2, LONG, scheduler, new Turnstile.Outside(1, Runnable::run));
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
        Turnstile turnstile = new Turnstile(1, 2, LONG, scheduler, new Turnstile.Outside(1, work -> {
            throw new RejectedExecutionException("stopping");
        }));

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
        Turnstile turnstile = new Turnstile(1, 0, LONG, scheduler, Turnstile.Outside.none());

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
