package io.nextline.cdshooks.security.jwt;

import io.nextline.cdshooks.security.key.KeySource;
import java.util.Set;

/**
 * A client that is trusted.
 *
 * @param issuer the {@code iss} of its tokens, compared exactly
 * @param keys where its public keys are
 * @param tenants the tenants that it may name; a token must then name one of them. If empty, its tenant is not looked at and
 *     not passed on
 * @param certificates the names of its TLS client certificate; if there are any, the connection must show a certificate with one of
 *     them, so that certificate and token name the same client
 */
public record TrustedIssuer(String issuer, KeySource keys, Set<String> tenants, Set<CertificateName> certificates) {

    public TrustedIssuer {
        tenants = Set.copyOf(tenants);
        certificates = Set.copyOf(certificates);
    }

    /** Returns a client of any tenant and without a certificate. */
    public static TrustedIssuer of(String issuer, KeySource keys) {
        return new TrustedIssuer(issuer, keys, Set.of(), Set.of());
    }

    /** Returns this client with its tenants. */
    public TrustedIssuer withTenants(Set<String> names) {
        return new TrustedIssuer(issuer, keys, names, certificates);
    }

    /** Returns this client bound to a certificate of one of these names. */
    public TrustedIssuer withCertificates(Set<CertificateName> names) {
        return new TrustedIssuer(issuer, keys, tenants, names);
    }
}
