package io.nextline.cdshooks.security.jwt;

import io.nextline.cdshooks.security.key.KeyCaching;
import io.nextline.cdshooks.security.key.SignatureAlgorithm;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How clients authenticate. Any value can be put in; {@link #problems} tells which of them cannot be used, all at once.
 *
 * @param externalBase the base URL under which clients call, without {@code /cds-services}; a token's {@code aud} must be this and the
 *     path of the endpoint, exactly. It is never taken from the request
 * @param issuers the clients that are trusted
 * @param algorithms the algorithms that tokens may be signed with
 * @param maxLifetime longest time from {@code iat} to {@code exp}; above zero, at most an hour
 * @param clockSkew how far the clocks of client and service may differ; zero to five minutes
 * @param guardDiscovery whether discovery asks for a token, too
 * @param replayCapacity how many used tokens are remembered in this process at a time; when all places are taken calls get 503
 * @param caching how long keys are kept
 */
public record AuthenticationSettings(
        URI externalBase,
        List<TrustedIssuer> issuers,
        Set<SignatureAlgorithm> algorithms,
        Duration maxLifetime,
        Duration clockSkew,
        boolean guardDiscovery,
        int replayCapacity,
        KeyCaching caching) {

    private static final Duration USUAL_LIFETIME = Duration.ofMinutes(5);
    private static final Duration USUAL_SKEW = Duration.ofSeconds(60);
    private static final int USUAL_REPLAY_CAPACITY = 200_000;

    public AuthenticationSettings {
        issuers = List.copyOf(issuers);
        algorithms = Set.copyOf(algorithms);
    }

    /** Returns the usual settings: ES384 and RS384, 5 minutes, 60 seconds of skew, discovery open, 200,000 tokens remembered. */
    public static AuthenticationSettings of(URI externalBase, List<TrustedIssuer> issuers) {
        return new AuthenticationSettings(
                externalBase,
                issuers,
                SignatureAlgorithm.recommended(),
                USUAL_LIFETIME,
                USUAL_SKEW,
                false,
                USUAL_REPLAY_CAPACITY,
                KeyCaching.usual());
    }

    /** Returns what cannot be used, each naming the setting and the remedy; nothing if all can. Files are not looked at. */
    public List<String> problems() {
        return new SettingsCheck(this).problems();
    }

    /** Returns these settings with other algorithms. */
    public AuthenticationSettings withAlgorithms(Set<SignatureAlgorithm> others) {
        return new AuthenticationSettings(
                externalBase, issuers, others, maxLifetime, clockSkew, guardDiscovery, replayCapacity, caching);
    }

    /** Returns these settings with discovery guarded, or open. */
    public AuthenticationSettings withGuardDiscovery(boolean guarded) {
        return new AuthenticationSettings(
                externalBase, issuers, algorithms, maxLifetime, clockSkew, guarded, replayCapacity, caching);
    }

    /** Returns these settings with another number of remembered tokens. */
    public AuthenticationSettings withReplayCapacity(int capacity) {
        return new AuthenticationSettings(
                externalBase, issuers, algorithms, maxLifetime, clockSkew, guardDiscovery, capacity, caching);
    }

    /** Returns these settings with other times for keys. */
    public AuthenticationSettings withCaching(KeyCaching times) {
        return new AuthenticationSettings(
                externalBase, issuers, algorithms, maxLifetime, clockSkew, guardDiscovery, replayCapacity, times);
    }
}
