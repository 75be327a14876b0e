package io.nextline.cdshooks.store;

import java.sql.SQLException;

/**
 * The store cannot do its work at the moment, for example because its disk is full or its server is away; nothing of the work was
 * done. The message holds nothing of what was to be stored.
 */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what is wrong, without data
     */
    public StoreUnavailableException(String message) {
        super(message, null, false, false);
    }

    // A database's own message may repeat the row.
    static StoreUnavailableException of(SQLException failure) {
        return new StoreUnavailableException(
                "the database failed (SQLState " + failure.getSQLState() + ", error " + failure.getErrorCode() + ")");
    }
}
