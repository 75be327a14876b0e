package io.nextline.cdshooks.http;

import io.nextline.cdshooks.security.StoreFile;
import org.jspecify.annotations.Nullable;

/**
 * TLS 1.2 and 1.3 at the service itself, instead of at a proxy in front of it.
 *
 * @param keys the service's own key and certificate
 * @param clientTrust the certification authorities of the clients; if given, every connection must show a certificate of theirs
 *     (mutual TLS), and each trusted issuer must be bound to its certificate. Null for TLS without client certificates
 */
public record TlsSettings(StoreFile keys, @Nullable StoreFile clientTrust) {

    /** Returns whether clients must show a certificate. */
    public boolean isMutual() {
        return clientTrust != null;
    }
}
