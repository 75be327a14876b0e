package io.nextline.cdshooks.security.jwt;

import java.time.Instant;

/**
 * Remembers which tokens were used, so that each serves once. Several replicas of the service need one that they share. Needs to be
 * thread-safe: of any number of simultaneous calls with the same token exactly one is the first.
 */
@FunctionalInterface
public interface ReplayStore extends AutoCloseable {

    /** What the store says to a token. */
    enum Answer {
        /** It was not used before; it is remembered now. */
        FIRST,
        /** It was used before. */
        SEEN,
        /** It may be new, but there is no place to remember it; nothing is forgotten early to make one. */
        FULL,
        /** The store cannot be asked. */
        UNREACHABLE
    }

    /**
     * Remembers a token.
     *
     * @param issuer its issuer, one of the configured ones
     * @param jti its id within the issuer, 1 to 256 characters
     * @param now the time of the call
     * @param until when it has expired for good and may be forgotten
     */
    Answer remember(String issuer, String jti, Instant now, Instant until);

    /**
     * Gets ready, before anything is served. A store that is not there now but may be later is no reason to fail.
     *
     * @throws io.nextline.cdshooks.security.InvalidSettingsException if it can never be used as configured
     */
    default void prepare() {}

    /** Closes what it holds open; nothing is asked of it any more. */
    @Override
    default void close() {}
}
