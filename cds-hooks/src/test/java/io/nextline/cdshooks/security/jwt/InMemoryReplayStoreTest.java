package io.nextline.cdshooks.security.jwt;

import static io.nextline.cdshooks.security.jwt.ReplayStore.Answer.FIRST;
import static io.nextline.cdshooks.security.jwt.ReplayStore.Answer.FULL;
import static io.nextline.cdshooks.security.jwt.ReplayStore.Answer.SEEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class InMemoryReplayStoreTest extends ReplayStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(360);

    @Override
    protected ReplayStore store() {
        return new InMemoryReplayStore(1_000);
    }

    @Test
    void fullStoreForgetsOnlyWhatHasExpired() {
        ReplayStore store = new InMemoryReplayStore(2);
        store.remember("i", "short", NOW, NOW.plusSeconds(5));
        store.remember("i", "long", NOW, LATER);

        assertThat(store.remember("i", "new", NOW, LATER)).isEqualTo(FULL);
        assertThat(store.remember("i", "long", NOW, LATER)).isEqualTo(SEEN);
        assertThat(store.remember("i", "new", NOW.plusSeconds(6), LATER)).isEqualTo(FIRST);
        assertThat(store.remember("i", "long", NOW.plusSeconds(6), LATER)).isEqualTo(SEEN);
        assertThat(store.remember("i", "newer", NOW.plusSeconds(8), LATER)).isEqualTo(FULL);
        assertThatThrownBy(() -> new InMemoryReplayStore(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
