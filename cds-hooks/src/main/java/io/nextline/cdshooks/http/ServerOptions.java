package io.nextline.cdshooks.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * How the standalone server listens.
 *
 * @param host the address or name to bind to
 * @param port the port; 0 for any that is free
 * @param development whether to serve without authentication, to this machine only, and to any web page
 */
public record ServerOptions(String host, int port, boolean development) {

    private static final String LOOPBACK = "127.0.0.1";

    /** Refuses to serve without authentication unless it is for development and for this machine alone. */
    public ServerOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port needs 0 <= port <= 65535");
        }
        if (!development) {
            throw new IllegalArgumentException("callers are not authenticated here: switch development on to serve this"
                    + " machine only, or run the servlet in a container that authenticates");
        }
        if (!isLoopback(host)) {
            throw new IllegalArgumentException("development serves this machine only: bind to " + LOOPBACK);
        }
    }

    /** Returns options for development: loopback, no authentication, any web page may read the answers. */
    public static ServerOptions development(int port) {
        return new ServerOptions(LOOPBACK, port, true);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
