package io.nextline.cdshooks.security.jwt;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.security.auth.x500.X500Principal;

/**
 * A name in a TLS client certificate, written as {@code dns:ehr.example.org}, {@code uri:https://ehr.example.org} or
 * {@code subject:CN=ehr,O=Example}. DNS names are compared in any case and without wildcards, URIs exactly, subjects as distinguished
 * names (RFC 2253, canonical form).
 *
 * @param kind which part of the certificate
 * @param value what stands there
 */
public record CertificateName(Kind kind, String value) {

    /** The part of a certificate that names its holder. */
    public enum Kind {
        /** The subject's distinguished name. */
        SUBJECT,
        /** A subject alternative name of type dNSName. */
        DNS,
        /** A subject alternative name of type uniformResourceIdentifier. */
        URI
    }

    private static final int DNS_TYPE = 2;
    private static final int URI_TYPE = 6;

    /** Checks a subject's form. */
    public CertificateName {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a certificate name needs a value behind its kind");
        }
        if (kind == Kind.SUBJECT) {
            new X500Principal(value);
        }
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static CertificateName parse(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? "" : text.substring(0, colon);
        for (Kind known : Kind.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(kind)) {
                return new CertificateName(known, text.substring(colon + 1));
            }
        }
        throw new IllegalArgumentException(
                "a certificate name starts with subject:, dns: or uri:, for example dns:ehr.example.org");
    }

    /** Returns whether the certificate bears this name. */
    boolean isIn(X509Certificate certificate) {
        return switch (kind) {
            case SUBJECT -> certificate.getSubjectX500Principal().equals(new X500Principal(value));
            case DNS -> alternatives(certificate).stream().anyMatch(name -> isAlternative(name, DNS_TYPE));
            case URI -> alternatives(certificate).stream().anyMatch(name -> isAlternative(name, URI_TYPE));
        };
    }

    private boolean isAlternative(List<?> name, int type) {
        return name.get(0).equals(type)
                && name.get(1) instanceof String text
                && (type == DNS_TYPE ? text.equalsIgnoreCase(value) : text.equals(value));
    }

    private static Collection<List<?>> alternatives(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }
}
