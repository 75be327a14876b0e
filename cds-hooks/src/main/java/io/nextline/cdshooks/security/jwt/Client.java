package io.nextline.cdshooks.security.jwt;

import io.nextline.cdshooks.security.Caller;
import io.nextline.cdshooks.security.Peer;
import io.nextline.cdshooks.security.RefusalCause;
import io.nextline.cdshooks.security.key.CachedKeys;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/**
 * A trusted issuer at work: its settings and its keys, apart from those of any other.
 *
 * @param settings the settings
 * @param keys the keys
 */
record Client(TrustedIssuer settings, CachedKeys keys) {

    /**
     * Returns the caller of this tenant.
     *
     * @throws RefusedException if the tenant is none of the client's
     */
    Caller caller(@Nullable String tenant) throws RefusedException {
        if (settings.tenants().isEmpty()) {
            return new Caller(settings.issuer(), null);
        }
        if (tenant == null || !settings.tenants().contains(tenant)) {
            throw new RefusedException(RefusalCause.TENANT_UNKNOWN);
        }
        return new Caller(settings.issuer(), tenant);
    }

    /**
     * Checks that the connection is the client's, if it is bound to a certificate.
     *
     * @throws RefusedException if it is not
     */
    void checkConnection(Peer peer) throws RefusedException {
        if (settings.certificates().isEmpty()) {
            return;
        }
        if (peer.certificates().isEmpty()) {
            throw new RefusedException(RefusalCause.CERTIFICATE_MISSING);
        }
        X509Certificate own = peer.certificates().get(0);
        if (settings.certificates().stream().noneMatch(name -> name.isIn(own))) {
            throw new RefusedException(RefusalCause.CERTIFICATE_NOT_ISSUERS);
        }
    }
}
