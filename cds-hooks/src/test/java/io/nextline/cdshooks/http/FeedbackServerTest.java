package io.nextline.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.cdshooks.SampleRequest;
import io.nextline.cdshooks.card.CardKind;
import io.nextline.cdshooks.feedback.DatabaseFeedbackStore;
import io.nextline.cdshooks.feedback.FeedbackSettings;
import io.nextline.cdshooks.feedback.FeedbackStore;
import io.nextline.cdshooks.feedback.InMemoryFeedbackStore;
import io.nextline.cdshooks.feedback.KeptFeedback;
import io.nextline.cdshooks.feedback.Period;
import io.nextline.cdshooks.feedback.ReceivedFeedback;
import io.nextline.cdshooks.security.InvalidSettingsException;
import io.nextline.cdshooks.store.DatabaseSettings;
import io.nextline.cdshooks.store.StoreUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feedback over HTTP, while the store works and while it does not. */
class FeedbackServerTest {

    private static final String SERVICE = "/cds-services/nextline-order-sign";

    @TempDir
    private Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private NextlineServer start(FeedbackStore store) throws IOException {
        return NextlineServer.start(ServerOptions.development(0), SampleService.services(), store);
    }

    private java.net.http.HttpRequest post(NextlineServer server, String path, String body) {
        return java.net.http.HttpRequest.newBuilder(URI.create(server.base() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private java.net.http.HttpResponse<String> send(NextlineServer server, String path, String body)
            throws IOException, InterruptedException {
        return client.send(post(server, path, body), BodyHandlers.ofString());
    }

    private static String feedback(String card, int padding) {
        return "{\"feedback\":[{\"card\":\"" + card + "\",\"outcome\":\"overridden\",\"overrideReason\":"
                + "{\"userComment\":\"" + "x".repeat(padding) + "\"},\"outcomeTimestamp\":\"2026-11-21T11:59:00Z\"}]}";
    }

    private static String feedback() {
        return feedback(UUID.randomUUID().toString(), 10);
    }

    private void evaluationGoesOn(NextlineServer server) throws IOException, InterruptedException {
        java.net.http.HttpResponse<String> answer =
                send(server, SERVICE, SampleRequest.of("order-sign").json());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"statements\":[{\"id\":\"DS-1\"");
    }

    @Test
    void acknowledgedFeedbackIsThereAfterTheServiceHasStopped() throws Exception {
        Path file = folder.resolve("feedback.db");
        String card;
        try (NextlineServer server = start(FeedbackSettings.sqlite(file).store())) {
            String body =
                    send(server, SERVICE, SampleRequest.of("order-sign").json()).body();
            card = body.substring(body.indexOf("\"uuid\":\"") + 8).substring(0, 36);
            assertThat(send(server, SERVICE + "/feedback", feedback(card, 10)).statusCode())
                    .isEqualTo(200);
        }

        List<KeptFeedback> kept = new ArrayList<>();
        try (FeedbackStore store = new DatabaseFeedbackStore(DatabaseSettings.sqlite(file))) {
            store.read(Period.ALL, kept::add);
        }
        assertThat(kept).singleElement().satisfies(one -> {
            assertThat(one.received().feedback().card()).isEqualTo(card);
            assertThat(one.received().issuer()).isEqualTo("development");
            assertThat(one.statements()).containsExactly("DS-1");
        });
    }

    @Test
    void developmentServerKeepsFeedbackInMemory() throws Exception {
        try (NextlineServer server = NextlineServer.start(ServerOptions.development(0), SampleService.services())) {
            java.net.http.HttpResponse<String> answer = send(server, SERVICE + "/feedback", feedback());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().firstValue("Content-Length")).contains("0");
        }
    }

    /** A store that is what a test makes of it. */
    private static final class OddStore implements FeedbackStore {
        private final FeedbackStore inner = new InMemoryFeedbackStore();
        private volatile Runnable before = () -> {};

        @Override
        public int append(List<ReceivedFeedback> feedback) {
            before.run();
            return inner.append(feedback);
        }

        @Override
        public void remember(List<CardKind> kinds) {
            before.run();
            inner.remember(kinds);
        }

        @Override
        public void read(Period period, Consumer<KeptFeedback> to) {
            inner.read(period, to);
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    @Test
    void storeThatFailsGives503WithRetryAfterAndEvaluationGoesOn() throws Exception {
        OddStore store = new OddStore();
        store.before = () -> {
            throw new StoreUnavailableException("the disk is full");
        };
        try (NextlineServer server = start(store)) {
            java.net.http.HttpResponse<String> answer = send(server, SERVICE + "/feedback", feedback());

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("10");
            assertThat(answer.body()).contains("OperationOutcome").doesNotContain("disk");
            evaluationGoesOn(server);
            store.before = () -> {};
            assertThat(send(server, SERVICE + "/feedback", feedback()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void storeThatHangsKeepsNoCallWaiting() throws Exception {
        OddStore store = new OddStore();
        CountDownLatch hang = new CountDownLatch(1);
        try (NextlineServer server = start(store)) {
            store.before = () -> await(hang);
            List<CompletableFuture<java.net.http.HttpResponse<String>>> waiting = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                waiting.add(client.sendAsync(post(server, SERVICE + "/feedback", feedback()), BodyHandlers.ofString()));
            }
            for (int i = 0; i < 10; i++) {
                evaluationGoesOn(server);
            }
            CompletableFuture.anyOf(waiting.toArray(CompletableFuture[]::new)).join();
            hang.countDown();
            assertThat(waiting).extracting(answer -> answer.join().statusCode()).containsOnly(200, 503);
        } finally {
            hang.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** SQLite's own limit stands for the disk's: from there it is the same path, SQLITE_FULL. */
    @Test
    void fullDatabaseGives503AndLosesNothingAcknowledged() throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("small.db") + "?max_page_count=40";
        DatabaseSettings small = new DatabaseSettings(url, null, null, 1);
        int acknowledged = 0;
        try (NextlineServer server = start(new DatabaseFeedbackStore(small))) {
            int status = 200;
            for (int i = 0; i < 100 && status == 200; i++) {
                status = send(
                                server,
                                SERVICE + "/feedback",
                                feedback(UUID.randomUUID().toString(), 3_900))
                        .statusCode();
                acknowledged += status == 200 ? 1 : 0;
            }
            assertThat(status).isEqualTo(503);
            assertThat(acknowledged).isPositive();
            evaluationGoesOn(server);
        }

        List<KeptFeedback> kept = new ArrayList<>();
        try (FeedbackStore store = new DatabaseFeedbackStore(DatabaseSettings.sqlite(folder.resolve("small.db")))) {
            store.prepare();
            store.read(Period.ALL, kept::add);
        }
        assertThat(kept).hasSize(acknowledged);
    }

    @Test
    void serverDoesNotStartWithADamagedStore() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "somebody's notes, no database\n".repeat(50));

        assertThatThrownBy(() -> start(FeedbackSettings.sqlite(file).store()))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("notes.txt");
    }

    @Test
    void serverStartsWhileTheDatabaseServerIsAwayAndRefusesFeedbackUntilItIsBack() throws Exception {
        FeedbackStore away = FeedbackSettings.postgresql("jdbc:postgresql://127.0.0.1:1/nextline", "nobody", null)
                .store();
        try (NextlineServer server = start(away)) {
            evaluationGoesOn(server);
            assertThat(send(server, SERVICE + "/feedback", feedback()).statusCode())
                    .isEqualTo(503);
        }
    }
}
