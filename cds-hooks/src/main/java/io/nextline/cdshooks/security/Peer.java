package io.nextline.cdshooks.security;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The other end of a connection, as the HTTP server knows it; nothing here was merely claimed in the request.
 *
 * @param local whether it is on this machine: connected from a loopback address
 * @param certificates the certificate chain that it proved to hold in the TLS handshake, its own first; empty if it showed none
 * @param principal the name under which the servlet container has authenticated the client, null if it has not
 */
public record Peer(
        boolean local,
        List<X509Certificate> certificates,
        @Nullable String principal) {

    /** A peer about whom nothing is known. */
    public static final Peer UNKNOWN = new Peer(false, List.of(), null);

    /** A caller in this process or on this machine. */
    public static final Peer LOCAL = new Peer(true, List.of(), null);

    public Peer {
        certificates = List.copyOf(certificates);
    }

    /** Returns whether the text is a loopback address; nothing is looked up, so a name is none. */
    public static boolean isLoopback(@Nullable String address) {
        if (address == null) {
            return false;
        }
        if (address.equals("::1") || address.equals("0:0:0:0:0:0:0:1") || address.equals("[::1]")) {
            return true;
        }
        return address.startsWith("127.") && address.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    @Override
    public String toString() {
        return "Peer[local=" + local + ", certificates=" + certificates.size() + "]";
    }
}
