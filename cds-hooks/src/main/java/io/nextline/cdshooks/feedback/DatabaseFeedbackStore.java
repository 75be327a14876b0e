package io.nextline.cdshooks.feedback;

import io.nextline.cdshooks.card.CardKind;
import io.nextline.cdshooks.store.Database;
import io.nextline.cdshooks.store.DatabaseSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Keeps feedback in SQLite or PostgreSQL, with the same tables and statements in both. Thread-safe. */
public final class DatabaseFeedbackStore implements FeedbackStore {

    private static final String READ =
            "SELECT f.received_at, f.service, f.issuer, f.tenant, f.evidence_version, f.card,"
                    + " f.outcome, f.outcome_timestamp, f.accepted_suggestions, f.reason_code, f.reason_system, f.reason_display,"
                    + " f.user_comment, k.id, k.evidence_version, k.layer, k.statements"
                    + " FROM feedback f LEFT JOIN card_kind k ON k.id = f.card_kind"
                    + " WHERE f.received_at >= ? AND f.received_at < ? ORDER BY f.received_at, f.fingerprint";
    private static final String REMEMBER = "INSERT INTO card_kind (id, evidence_version, layer, statements)"
            + " VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING";
    private static final int ROWS_AT_A_TIME = 500;

    private final Database database;

    /**
     * Makes a store; it connects when it is prepared or first used.
     *
     * @throws io.nextline.cdshooks.security.InvalidSettingsException if there is no driver for the database
     */
    public DatabaseFeedbackStore(DatabaseSettings settings) {
        this.database = new Database(settings, "feedback");
    }

    @Override
    public void prepare() {
        database.prepare();
    }

    @Override
    public int append(List<ReceivedFeedback> feedback) {
        // In one order for all writers, so that no two of them wait for each other.
        Map<String, ReceivedFeedback> rows = new TreeMap<>();
        feedback.forEach(one -> rows.put(one.fingerprint(), one));
        return rows.isEmpty() ? 0 : database.write(connection -> insert(connection, rows));
    }

    private static int insert(Connection connection, Map<String, ReceivedFeedback> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(FeedbackRow.INSERT)) {
            for (Map.Entry<String, ReceivedFeedback> row : rows.entrySet()) {
                FeedbackRow.set(insert, row.getKey(), row.getValue());
                insert.addBatch();
            }
            int added = 0;
            for (int count : insert.executeBatch()) {
                added += Math.max(0, count);
            }
            return added;
        }
    }

    @Override
    public void remember(List<CardKind> kinds) {
        Map<String, CardKind> sorted = new TreeMap<>();
        kinds.forEach(kind -> sorted.put(kind.id(), kind));
        if (!sorted.isEmpty()) {
            database.write(connection -> insertKinds(connection, sorted));
        }
    }

    private static int insertKinds(Connection connection, Map<String, CardKind> kinds) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
            for (CardKind kind : kinds.values()) {
                insert.setString(1, kind.id());
                insert.setString(2, kind.evidenceVersion());
                insert.setString(3, kind.layer());
                insert.setString(4, String.join(" ", kind.statements()));
                insert.addBatch();
            }
            return insert.executeBatch().length;
        }
    }

    @Override
    public void read(Period period, Consumer<KeptFeedback> to) {
        database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(READ)) {
                query.setFetchSize(ROWS_AT_A_TIME);
                query.setString(1, FeedbackRow.time(period.from()));
                query.setString(2, FeedbackRow.time(period.until()));
                ResultSet rows = query.executeQuery();
                while (rows.next()) {
                    to.accept(FeedbackRow.read(rows));
                }
                return true;
            }
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
