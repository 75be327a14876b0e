package io.nextline.cdshooks.http;

import io.nextline.cdshooks.operation.CallWatch;
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
 * @param cors which web pages may read the answers
 * @param limits how much it takes on
 * @param shutdown how long stopping takes
 * @param watch takes notice of calls, and is told when the server has stopped
 * @param admin the port for those who run the service, null for none
 */
public record ServerOptions(
        String host,
        int port,
        ClientGate gate,
        @Nullable TlsSettings tls,
        Cors cors,
        ServerLimits limits,
        ShutdownTimes shutdown,
        CallWatch watch,
        @Nullable AdminOptions admin) {

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

    /** Makes options with the usual limits, for no web page, watched by nobody. */
    public ServerOptions(String host, int port, ClientGate gate, @Nullable TlsSettings tls) {
        this(
                host,
                port,
                gate,
                tls,
                Cors.none(),
                ServerLimits.usual(),
                ShutdownTimes.withoutNotice(),
                CallWatch.none(),
                null);
    }

    /** Returns options for development: loopback, no authentication, any web page may read the answers, no rates. */
    public static ServerOptions development(int port) {
        return new ServerOptions(LOOPBACK, port, new DevelopmentGate(), null)
                .with(Cors.anyOrigin())
                .with(ServerLimits.development());
    }

    /** Returns these options with other web pages. */
    public ServerOptions with(Cors other) {
        return new ServerOptions(host, port, gate, tls, other, limits, shutdown, watch, admin);
    }

    /** Returns these options with other limits. */
    public ServerOptions with(ServerLimits other) {
        return new ServerOptions(host, port, gate, tls, cors, other, shutdown, watch, admin);
    }

    /** Returns these options with other times to stop. */
    public ServerOptions with(ShutdownTimes other) {
        return new ServerOptions(host, port, gate, tls, cors, limits, other, watch, admin);
    }

    /** Returns these options with another watch. */
    public ServerOptions with(CallWatch other) {
        return new ServerOptions(host, port, gate, tls, cors, limits, shutdown, other, admin);
    }

    /** Returns these options with a port for those who run the service, or without. */
    public ServerOptions with(@Nullable AdminOptions other) {
        return new ServerOptions(host, port, gate, tls, cors, limits, shutdown, watch, other);
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
