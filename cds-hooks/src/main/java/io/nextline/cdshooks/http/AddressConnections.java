package io.nextline.cdshooks.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.jspecify.annotations.Nullable;

/**
 * Closes the connections that one address opens beyond its number. The table holds an address as long as it has a connection, so
 * it is no larger than the number of connections. Thread-safe.
 */
final class AddressConnections implements Connection.Listener {

    private final int most;
    private final Map<InetAddress, Integer> open = new ConcurrentHashMap<>();
    private final Map<Connection, InetAddress> counted = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();

    /**
     * Makes a listener.
     *
     * @param most how many connections one address may have
     */
    AddressConnections(int most) {
        this.most = most;
    }

    @Override
    public void onOpened(Connection connection) {
        InetAddress address = address(connection);
        if (address == null) {
            return;
        }
        counted.put(connection, address);
        if (open.merge(address, 1, Integer::sum) > most) {
            refused.increment();
            connection.getEndPoint().close();
        }
    }

    // A closed connection does not know its address any more.
    @Override
    public void onClosed(Connection connection) {
        InetAddress address = counted.remove(connection);
        if (address != null) {
            open.computeIfPresent(address, (any, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Returns how many connections were refused. */
    long refused() {
        return refused.sum();
    }

    // Over TLS there are two connections, one in the other; the inner one counts.
    private static @Nullable InetAddress address(Connection connection) {
        return !(connection instanceof SslConnection)
                        && connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? remote.getAddress()
                : null;
    }
}
