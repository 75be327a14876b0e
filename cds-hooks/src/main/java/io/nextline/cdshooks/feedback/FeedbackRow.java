package io.nextline.cdshooks.feedback;

import io.nextline.cdshooks.card.CardKind;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One row of the table of feedback. */
final class FeedbackRow {

    static final String INSERT = "INSERT INTO feedback (fingerprint, received_at, service, issuer, tenant,"
            + " evidence_version, card, card_kind, outcome, outcome_timestamp, accepted_suggestions, reason_code,"
            + " reason_system, reason_display, user_comment) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (fingerprint) DO NOTHING";

    // Always as many characters, so that times sort as their texts do.
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private FeedbackRow() {}

    /** Returns a time as the table keeps it. */
    static String time(Instant moment) {
        return TIME.format(moment);
    }

    static void set(PreparedStatement insert, String fingerprint, ReceivedFeedback received) throws SQLException {
        Feedback feedback = received.feedback();
        Reason reason = feedback.reason();
        @Nullable String[] values = {
            fingerprint,
            time(received.receivedAt()),
            received.service(),
            received.issuer(),
            received.tenant(),
            received.evidenceVersion(),
            feedback.card(),
            CardKind.idOf(feedback.card()),
            feedback.outcome().code(),
            feedback.outcomeTimestamp().toString(),
            String.join(" ", feedback.acceptedSuggestions()),
            reason == null ? null : reason.code(),
            reason == null ? null : reason.system(),
            reason == null ? null : reason.display(),
            feedback.userComment()
        };
        for (int i = 0; i < values.length; i++) {
            insert.setString(i + 1, values[i]);
        }
    }

    /** Reads a row of the query that {@link DatabaseFeedbackStore} makes, in its order of columns. */
    static KeptFeedback read(ResultSet row) throws SQLException {
        Outcome outcome = Outcome.of(row.getString(7));
        if (outcome == null) {
            throw new SQLException("a row of feedback has an outcome that is none");
        }
        Feedback feedback = new Feedback(
                row.getString(6), outcome, words(row.getString(9)), reason(row), row.getString(13), moment(row, 8));
        ReceivedFeedback received = new ReceivedFeedback(
                feedback, moment(row, 1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
        String kind = row.getString(14);
        return new KeptFeedback(
                received,
                kind == null
                        ? null
                        : new CardKind(kind, row.getString(15), row.getString(16), words(row.getString(17))));
    }

    private static @Nullable Reason reason(ResultSet row) throws SQLException {
        String code = row.getString(10);
        return code == null ? null : new Reason(code, row.getString(11), row.getString(12));
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return Instant.parse(row.getString(column));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }
}
