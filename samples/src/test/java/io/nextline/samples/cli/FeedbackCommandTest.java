package io.nextline.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.cdshooks.feedback.DatabaseFeedbackStore;
import io.nextline.cdshooks.feedback.Feedback;
import io.nextline.cdshooks.feedback.FeedbackStore;
import io.nextline.cdshooks.feedback.Outcome;
import io.nextline.cdshooks.feedback.Reason;
import io.nextline.cdshooks.feedback.ReceivedFeedback;
import io.nextline.cdshooks.store.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackCommandTest {

    private static final String CARD = "9368d37b-283f-54a0-93ea-547cebab93ed";

    @TempDir
    private Path folder;

    private String file;

    @BeforeEach
    void keepFeedback() {
        Path path = folder.resolve("feedback.db");
        file = path.toString();
        try (FeedbackStore store = new DatabaseFeedbackStore(DatabaseSettings.sqlite(path))) {
            store.append(List.of(
                    received("2026-11-20T08:00:00Z", "=1+1, \"quoted\""), received("2026-11-21T08:00:00Z", "plain")));
        }
    }

    private static ReceivedFeedback received(String at, String comment) {
        Reason reason = new Reason("disagree", "https://example.com/reasons", "Disagree");
        Instant moment = Instant.parse(at);
        Feedback feedback = new Feedback(CARD, Outcome.OVERRIDDEN, List.of(), reason, comment, moment);
        return new ReceivedFeedback(feedback, moment, "nextline-patient-view", "https://ehr.example", null, "2026.11");
    }

    @Test
    void exportIsCsvThatNoSpreadsheetComputes() {
        Run run = Run.of("feedback", "export", "--store", file)
                .exits(ExitCode.DONE)
                .isQuiet();

        assertThat(run.out().split("\r\n", -1))
                .hasSize(4)
                .satisfies(rows -> assertThat(rows[0]).startsWith("receivedAt,outcomeTimestamp,service"))
                .satisfies(rows -> assertThat(rows[1])
                        .startsWith("2026-11-20T08:00:00.000Z,")
                        .endsWith(",\"'=1+1, \"\"quoted\"\"\""))
                .satisfies(rows -> assertThat(rows[2]).endsWith(",Disagree,plain"));
    }

    @Test
    void exportIsOfTheDaysAskedFor() {
        Run run = Run.of(
                        "feedback",
                        "export",
                        "--store",
                        "jdbc:sqlite:" + file,
                        "--format",
                        "ndjson",
                        "--from",
                        "2026-11-21",
                        "--to",
                        "2026-11-21")
                .exits(ExitCode.DONE)
                .isQuiet();

        JsonNode line = run.json();
        assertThat(run.out()).hasLineCount(1);
        assertThat(line.path("userComment").asText()).isEqualTo("plain");
        assertThat(line.path("card").asText()).isEqualTo(CARD);
    }

    @Test
    void summaryCountsByStatementAndReason() {
        Run.of("feedback", "summary", "--store", file)
                .exits(ExitCode.DONE)
                .isQuiet()
                .prints("Statement", "not known", "overridden", "Disagree", "1", "2")
                .fits(100);
        JsonNode line = Run.of("feedback", "summary", "--store", file, "--json")
                .exits(ExitCode.DONE)
                .json()
                .get(0);
        assertThat(line.path("cards").asInt()).isEqualTo(1);
        assertThat(line.path("reports").asInt()).isEqualTo(2);
        Run.of("feedback", "summary", "--store", file, "--to", "2026-11-01")
                .exits(ExitCode.DONE)
                .prints("There is no feedback of that time.");
    }

    @Test
    void storeThatIsNoneIsUnreadable() throws IOException {
        Path other =
                Files.writeString(folder.resolve("notes.txt"), "somebody's notes, no database at all\n".repeat(40));
        Run.of("feedback", "export", "--store", folder.resolve("none.db").toString())
                .exits(ExitCode.UNREADABLE)
                .saysNothingOnStandardOutput()
                .complains("none.db", "there is no such file");
        Run.of("feedback", "summary", "--store", other.toString())
                .exits(ExitCode.UNREADABLE)
                .saysNothingOnStandardOutput()
                .complains("notes.txt", "no SQLite database");
        Run.of("feedback", "export", "--store", "jdbc:mysql://db/x")
                .exits(ExitCode.UNREADABLE)
                .complains("jdbc:postgresql:");
    }

    @Test
    void wrongUsageIsTold() {
        Run.of("feedback").exits(ExitCode.USAGE).complains("Missing required subcommand");
        Run.of("feedback", "export").exits(ExitCode.USAGE).complains("--store");
        Run.of("feedback", "export", "--store", file, "--format", "xls")
                .exits(ExitCode.USAGE)
                .complains("csv or ndjson");
        Run.of("feedback", "summary", "--store", file, "--from", "2026-11-21", "--to", "2026-11-20")
                .exits(ExitCode.USAGE)
                .complains("lies before");
    }

    @Test
    void subcommandsHaveTheirHelp() {
        for (String command : List.of("export", "summary")) {
            Run.of("feedback", command, "--help")
                    .exits(ExitCode.DONE)
                    .isQuiet()
                    .prints("Usage: nextline feedback " + command, "--store", "--from", "--to")
                    .fits(100);
        }
    }
}
