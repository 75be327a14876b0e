package io.nextline.cdshooks.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private long now = Long.MAX_VALUE - 10;
    private final Deadline deadline = Deadline.start(() -> now, Duration.ofMillis(400), Duration.ofSeconds(3));

    private void pass(long millis) {
        now += Duration.ofMillis(millis).toNanos();
    }

    @Test
    void softEndsBeforeHardEvenWhereTheSourceOfTimeOverflows() {
        pass(399);
        assertThat(deadline.softLeft()).isEqualTo(Duration.ofMillis(1));
        pass(1);
        assertThat(deadline.softLeft()).isZero();
        assertThat(deadline.left()).isEqualTo(Duration.ofMillis(2600));
        pass(2601);
        assertThat(deadline.left()).isZero();
    }

    @Test
    void totalCountsFromNowAndNeverEndsLater() {
        pass(500);
        assertThat(deadline.within(Duration.ofSeconds(2)).left()).isEqualTo(Duration.ofSeconds(2));
        pass(1000);
        assertThat(deadline.within(Duration.ofSeconds(2)).left()).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void softNeverEndsAfterHard() {
        assertThat(deadline.within(Duration.ofMillis(100)).softLeft()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void boundsArePositive() {
        assertThatThrownBy(() -> Fetching.bytes(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fetching.limits(Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BreakerSettings(5, 6, 50, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
