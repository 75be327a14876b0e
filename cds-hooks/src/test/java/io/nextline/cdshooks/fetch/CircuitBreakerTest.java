package io.nextline.cdshooks.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private static final BreakerSettings SETTINGS = new BreakerSettings(20, 10, 50, Duration.ofSeconds(30));

    private long now = Long.MAX_VALUE - 5;
    private final CircuitBreaker breaker = new CircuitBreaker(SETTINGS, () -> now);

    private void fetches(int successes, int failures) {
        for (int i = 0; i < successes; i++) {
            assertThat(breaker.acquire()).isTrue();
            breaker.success();
        }
        for (int i = 0; i < failures; i++) {
            assertThat(breaker.acquire()).isTrue();
            breaker.failure();
        }
    }

    @Test
    void nineFailuresAreTooFewToJudge() {
        fetches(0, 9);
        assertThat(breaker.acquire()).isTrue();
    }

    @Test
    void halfOfTheLatestFailingOpens() {
        fetches(10, 9);
        assertThat(breaker.acquire()).isTrue();
        breaker.failure();
        assertThat(breaker.acquire()).isFalse();
    }

    @Test
    void onlyTheLatestTwentyCount() {
        fetches(100, 9);
        assertThat(breaker.acquire()).isTrue();
        breaker.failure();
        assertThat(breaker.acquire()).isFalse();
    }

    @Test
    void afterThePauseOneFetchTriesAndItsSuccessCloses() {
        fetches(0, 10);
        now += Duration.ofSeconds(30).toNanos() - 1;
        assertThat(breaker.acquire()).isFalse();
        now++;

        assertThat(breaker.acquire()).isTrue();
        assertThat(breaker.acquire()).isFalse();
        breaker.success();

        fetches(0, 9);
    }

    @Test
    void failedTryPausesAgain() {
        fetches(0, 10);
        now += Duration.ofSeconds(30).toNanos();
        assertThat(breaker.acquire()).isTrue();
        breaker.failure();

        assertThat(breaker.acquire()).isFalse();
        now += Duration.ofSeconds(30).toNanos();
        assertThat(breaker.acquire()).isTrue();
    }

    @Test
    void tryThatWasGivenUpLeavesTheNextOneToTry() {
        fetches(0, 10);
        now += Duration.ofSeconds(30).toNanos();
        assertThat(breaker.acquire()).isTrue();
        breaker.release();

        assertThat(breaker.acquire()).isTrue();
    }
}
