package io.nextline.cdshooks.store;

import static io.nextline.cdshooks.security.jwt.ReplayStore.Answer.FIRST;
import static io.nextline.cdshooks.security.jwt.ReplayStore.Answer.SEEN;
import static io.nextline.cdshooks.security.jwt.ReplayStore.Answer.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.cdshooks.security.InvalidSettingsException;
import io.nextline.cdshooks.security.Secret;
import io.nextline.cdshooks.security.jwt.ReplayStore;
import io.nextline.cdshooks.security.jwt.ReplayStoreTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseReplayStoreTest extends ReplayStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(360);

    private final List<DatabaseReplayStore> opened = new ArrayList<>();

    @Override
    protected ReplayStore store() {
        return open(TestPostgres.database());
    }

    private DatabaseReplayStore open(DatabaseSettings settings) {
        DatabaseReplayStore store = new DatabaseReplayStore(settings);
        opened.add(store);
        return store;
    }

    @AfterEach
    void close() {
        opened.forEach(DatabaseReplayStore::close);
    }

    @Test
    void tokenServesOnceOverAllReplicas() throws Exception {
        DatabaseSettings shared = TestPostgres.database();
        List<DatabaseReplayStore> replicas = List.of(open(shared), open(shared), open(shared));
        ExecutorService threads = Executors.newFixedThreadPool(50);
        for (int round = 0; round < 20; round++) {
            String jti = "round-" + round;
            List<Callable<ReplayStore.Answer>> calls = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                DatabaseReplayStore replica = replicas.get(i % 3);
                calls.add(() -> replica.remember("i", jti, NOW, LATER));
            }
            List<ReplayStore.Answer> answers = new ArrayList<>();
            for (Future<ReplayStore.Answer> call : threads.invokeAll(calls)) {
                answers.add(call.get());
            }
            assertThat(answers).containsOnly(FIRST, SEEN).containsOnlyOnce(FIRST);
        }
        threads.shutdown();
    }

    @Test
    void restartedReplicaStillKnowsTheToken() {
        DatabaseSettings shared = TestPostgres.database();
        try (DatabaseReplayStore before = new DatabaseReplayStore(shared)) {
            before.prepare();
            assertThat(before.remember("i", "1", NOW, LATER)).isEqualTo(FIRST);
        }

        assertThat(open(shared).remember("i", "1", NOW, LATER)).isEqualTo(SEEN);
    }

    @Test
    void expiredTokensAreRemovedOnceAMinute() {
        DatabaseSettings shared = TestPostgres.database();
        DatabaseReplayStore store = open(shared);
        store.remember("i", "1", NOW, NOW.plusSeconds(5));
        store.remember("i", "2", NOW, LATER);

        store.remember("i", "3", NOW.plusSeconds(61), LATER);

        assertThat(tokens(shared)).isEqualTo(2);
    }

    private static int tokens(DatabaseSettings settings) {
        try (Database database = new Database(settings, "replay")) {
            return database.read(connection -> {
                try (var rows = connection.createStatement().executeQuery("SELECT count(*) FROM used_token")) {
                    rows.next();
                    return rows.getInt(1);
                }
            });
        }
    }

    @Test
    void databaseThatIsAwayTakesNoTokenAndCostsNoWaitingForLong() throws IOException {
        DatabaseReplayStore store = open(DatabaseSettings.postgresql(
                "jdbc:postgresql://127.0.0.1:" + freePort() + "/nextline", "nobody", Secret.of("x")));
        store.prepare();

        long start = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            assertThat(store.remember("i", "1", NOW, LATER)).isEqualTo(UNREACHABLE);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void databaseThatDoesNotExistIsToldAtStart() {
        DatabaseSettings there = TestPostgres.database();
        DatabaseReplayStore store =
                open(DatabaseSettings.postgresql(there.url() + "_not?connectTimeout=3", there.user(), null));

        assertThatThrownBy(store::prepare)
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("_not cannot be opened")
                .hasMessageContaining("3D000");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
