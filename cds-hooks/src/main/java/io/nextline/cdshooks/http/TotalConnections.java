package io.nextline.cdshooks.http;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.NetworkConnectionLimit;

/**
 * Bounds the connections of a connector. While every one is taken, those on which nothing is said are closed sooner. Jetty shortens
 * the idle time of connections that are open when the last one is taken; one that was accepted but not open yet, as in any burst,
 * would keep the long one, so each gets the short one when it opens. Thread-safe.
 */
final class TotalConnections extends NetworkConnectionLimit implements Connection.Listener {

    // While every place is taken, those that say nothing are not to keep theirs for long.
    private static final int IDLE_MILLIS_WHEN_FULL = 2_000;

    private final AbstractConnector connector;

    /**
     * Makes a limit, to be added to the server.
     *
     * @param most how many connections there may be
     */
    TotalConnections(int most, AbstractConnector connector) {
        super(most, connector);
        this.connector = connector;
        setEndPointIdleTimeout(IDLE_MILLIS_WHEN_FULL);
    }

    @Override
    public void onOpened(Connection connection) {
        if (!connector.isAccepting()) {
            connection.getEndPoint().setIdleTimeout(IDLE_MILLIS_WHEN_FULL);
        }
    }
}
