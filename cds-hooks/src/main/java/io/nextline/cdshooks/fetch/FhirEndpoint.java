package io.nextline.cdshooks.fetch;

import java.net.URI;

/**
 * A FHIR base that the site lets the service read from. A request's {@code fhirServer} is compared with it part by part: the
 * scheme, host and port have to be the same and the path the same or below it; nothing is ever compared as text.
 *
 * @param base the base URL, https; plain http for this machine only
 * @param allowPrivate whether its host may be at a private address (this machine, 10/8, 172.16/12, 192.168/16, 100.64/10,
 *     fc00::/7). Link-local addresses, where clouds keep their credentials, stay refused
 */
public record FhirEndpoint(URI base, boolean allowPrivate) {

    /**
     * Checks the base.
     *
     * @throws IllegalArgumentException if it is no plain URL, or is http for another machine
     */
    public FhirEndpoint {
        FhirUrl url = FhirUrl.parse(base.toString());
        if (url == null || url.query() != null) {
            throw new IllegalArgumentException(
                    "a FHIR base needs to be an absolute https URL without user, query, fragment,"
                            + " encoded characters or dot segments; write international names in their ASCII form");
        }
        if (!url.isHttps() && !(allowPrivate && isThisMachine(url.host()))) {
            throw new IllegalArgumentException(
                    "a FHIR base needs https; http is for this machine in development, as 127.0.0.1,"
                            + " [::1] or localhost with private addresses allowed");
        }
    }

    /**
     * Returns the endpoint of a server with a public address.
     *
     * @throws IllegalArgumentException if the base is no plain https URL
     */
    public static FhirEndpoint of(String base) {
        return new FhirEndpoint(URI.create(base), false);
    }

    /**
     * Returns the endpoint of a server whose address may be private, as inside a hospital.
     *
     * @throws IllegalArgumentException if the base is no plain URL, or is http for another machine
     */
    public static FhirEndpoint inside(String base) {
        return new FhirEndpoint(URI.create(base), true);
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    /** Returns whether the endpoint allows this URL. */
    boolean allows(FhirUrl fhirServer) {
        FhirUrl url = FhirUrl.parse(base.toString());
        return url != null && fhirServer.query() == null && url.covers(fhirServer);
    }
}
