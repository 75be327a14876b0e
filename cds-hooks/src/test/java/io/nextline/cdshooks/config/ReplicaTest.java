package io.nextline.cdshooks.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.SampleRequest;
import io.nextline.cdshooks.http.NextlineServer;
import io.nextline.cdshooks.security.InvalidSettingsException;
import io.nextline.cdshooks.security.TestKey;
import io.nextline.cdshooks.security.TestToken;
import io.nextline.cdshooks.store.DatabaseSettings;
import io.nextline.cdshooks.store.TestPostgres;
import io.nextline.core.Nextline;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Replicas of one configured service, which remember used tokens together or apart. */
@Timeout(120)
class ReplicaTest {

    private static final String BASE = "https://cds.hospital.example/nextline";
    private static final String ISSUER = "https://ehr.hospital.example";
    private static final String SERVICE = "/cds-services/nextline-patient-view";
    private static final TestKey KEY = TestKey.ec("key-1", "secp384r1");
    private static final Nextline NEXTLINE = Nextline.load();

    @TempDir
    private Path folder;

    private NextlineServer replica(String more) throws Exception {
        TestKey.write(folder.resolve("ehr.json"), KEY);
        ServiceConfiguration configuration = ServiceConfiguration.read(
                Files.writeString(folder.resolve("nextline.properties"), """
                        auth.base-url=%s
                        auth.issuer.ehr.iss=%s
                        auth.issuer.ehr.keys-file=ehr.json
                        admin.enabled=false
                        shutdown.notice=0
                        """.formatted(BASE, ISSUER) + more));
        return OperatedService.start(configuration, false, 0, new CdsServices(NEXTLINE, configuration.services()));
    }

    private static String shared(DatabaseSettings database) {
        return "auth.replay.url=" + database.url() + "\nauth.replay.user=" + database.user() + "\n";
    }

    private static String token() {
        return TestToken.of(ISSUER, BASE + SERVICE, Instant.now()).signedBy(KEY);
    }

    private static int status(NextlineServer server, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.base().resolve(SERVICE))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofByteArray(SampleRequest.patientView().bytes()))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void tokenServesOnceOverAllReplicasThatShareADatabase() throws Exception {
        String database = shared(TestPostgres.database());
        try (NextlineServer first = replica(database);
                NextlineServer second = replica(database)) {
            String token = token();

            assertThat(status(first, token)).isEqualTo(200);
            assertThat(List.of(status(first, token), status(second, token))).containsOnly(401);
            assertThat(status(second, token())).isEqualTo(200);
        }
    }

    @Test
    void replicasWithoutADatabaseRememberEachOnItsOwn() throws Exception {
        try (NextlineServer first = replica("");
                NextlineServer second = replica("")) {
            String token = token();

            assertThat(List.of(status(first, token), status(second, token))).containsOnly(200);
        }
    }

    @Test
    void whileTheDatabaseIsAwayNoTokenIsTakenAndTheServiceStarts() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        try (NextlineServer server = replica("auth.replay.url=jdbc:postgresql://127.0.0.1:" + nobody + "/nextline\n")) {
            assertThat(status(server, token())).isEqualTo(503);
        }
    }

    @Test
    void databaseThatDoesNotExistEndsTheStart() {
        DatabaseSettings there = TestPostgres.database();
        DatabaseSettings missing = DatabaseSettings.postgresql(there.url() + "_not", there.user(), null);

        assertThatThrownBy(() -> replica(shared(missing)))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("_not cannot be opened");
    }
}
