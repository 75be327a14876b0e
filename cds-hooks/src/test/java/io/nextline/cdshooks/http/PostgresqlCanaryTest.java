package io.nextline.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.SampleRequest;
import io.nextline.cdshooks.feedback.FeedbackSettings;
import io.nextline.cdshooks.store.Database;
import io.nextline.cdshooks.store.DatabaseSettings;
import io.nextline.cdshooks.store.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Feedback in PostgreSQL, which repeats the whole row that it refuses: words of a clinician are in the table and nowhere else. */
class PostgresqlCanaryTest {

    private static final String SERVICE = "/cds-services/nextline-order-sign";
    private static final String COMMENT = "Qzcomment in PostgreSQL";
    private static final List<String> OF_THE_CALL = List.of("Qzpostgres-user", "Qzpostgres-token");

    private final DatabaseSettings settings = TestPostgres.database();
    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> send(NextlineServer server, String path, String body)
            throws IOException, InterruptedException {
        return client.send(
                java.net.http.HttpRequest.newBuilder(URI.create(server.base() + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String feedback(String second) {
        return "{\"feedback\":[{\"card\":\"9368d37b-283f-54a0-93ea-547cebab93ed\",\"outcome\":\"overridden\","
                + "\"overrideReason\":{\"userComment\":\"" + COMMENT + "\"},\"outcomeTimestamp\":\"2026-11-21T11:59:"
                + second + "Z\"}]}";
    }

    private static String call() {
        return SampleRequest.of("order-sign")
                .context("userId", "\"Practitioner/" + OF_THE_CALL.get(0) + "\"")
                .top("fhirAuthorization", "{\"access_token\":\"" + OF_THE_CALL.get(1) + "\"}")
                .json();
    }

    private static String rows(Connection connection) throws SQLException {
        StringBuilder rows = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT feedback::text FROM feedback" + " UNION ALL SELECT card_kind::text FROM card_kind")) {
            while (found.next()) {
                rows.append(found.getString(1)).append('\n');
            }
        }
        return rows.toString();
    }

    @Test
    void wordsOfTheClinicianAreInTheTableAloneEvenWhereTheDatabaseRefusesThem() throws Exception {
        StringBuilder answers = new StringBuilder();
        try (NextlineServer server = NextlineServer.start(
                        ServerOptions.development(0),
                        SampleService.services(),
                        new FeedbackSettings.InDatabase(settings).store());
                Database database = new Database(settings, "feedback")) {
            answers.append(send(server, SERVICE, call()).body());
            assertThat(send(server, SERVICE + "/feedback", feedback("00")).statusCode())
                    .isEqualTo(200);
            database.write(connection -> connection
                    .createStatement()
                    .execute("ALTER TABLE feedback ADD CONSTRAINT silent CHECK (user_comment IS NULL) NOT VALID"));
            HttpResponse<String> refused = send(server, SERVICE + "/feedback", feedback("01"));
            answers.append(refused.body());

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(database.read(PostgresqlCanaryTest::rows))
                    .contains(COMMENT)
                    .doesNotContain(OF_THE_CALL);
        }
        assertThat(answers.toString()).doesNotContain(COMMENT).doesNotContain(OF_THE_CALL);
        assertThat(Files.readString(Path.of("target", "test.log")))
                .contains("feedback refused: service=nextline-order-sign")
                .doesNotContain(COMMENT)
                .doesNotContain(OF_THE_CALL);
    }
}
