package io.nextline.cdshooks.feedback;

import io.nextline.cdshooks.store.DatabaseSettings;
import io.nextline.cdshooks.store.TestPostgres;

class PostgresqlFeedbackStoreTest extends DatabaseFeedbackStoreTest {

    private final DatabaseSettings database = TestPostgres.database();

    @Override
    DatabaseSettings database() {
        return database;
    }
}
