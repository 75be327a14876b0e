package io.nextline.cdshooks.http;

import io.nextline.cdshooks.security.ClientGate;
import io.nextline.cdshooks.security.DevelopmentGate;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * How the standalone server listens, and to whom.
 *
 * @param host the address or name to bind to
 * @param port the port; 0 for any that is free
 * @param gate decides who may call; there is no default
 * @param tls TLS at the server itself; null for plain HTTP, which needs a TLS proxy in front of it
 */
public record ServerOptions(
        String host, int port, ClientGate gate, @Nullable TlsSettings tls) {

    private static final String LOOPBACK = "127.0.0.1";

    /** Refuses to listen beyond this machine with a gate that is for this machine only. */
    public ServerOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port needs 0 <= port <= 65535");
        }
        if (gate.servesThisMachineOnly() && !isLoopback(host)) {
            throw new IllegalArgumentException("without authentication only this machine is served: bind to " + LOOPBACK
                    + ", or configure how clients authenticate");
        }
    }

    /** Returns options for development: loopback, no authentication, any web page may read the answers. */
    public static ServerOptions development(int port) {
        return new ServerOptions(LOOPBACK, port, new DevelopmentGate(), null);
    }

    /** Returns whether callers are not authenticated. */
    public boolean development() {
        return gate instanceof DevelopmentGate;
    }

    /** Returns whether only this machine can reach the server. */
    boolean isForThisMachine() {
        return isLoopback(host);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
