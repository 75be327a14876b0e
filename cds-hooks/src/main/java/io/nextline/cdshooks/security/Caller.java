package io.nextline.cdshooks.security;

import org.jspecify.annotations.Nullable;

/**
 * The client of one call, as it has proved to be. Both names come from configured lists, never freely from a token, so they may
 * stand in logs, metrics and stored feedback.
 *
 * @param issuer the client's issuer URL, the {@code iss} of its token; {@link #DEVELOPMENT} where callers are not authenticated
 * @param tenant the tenant within the issuer, null if it names none
 */
public record Caller(String issuer, @Nullable String tenant) {

    /** The caller of a development server, about whom nothing is known. */
    public static final Caller DEVELOPMENT = new Caller("development", null);
}
