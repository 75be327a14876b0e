package io.nextline.cdshooks.security.jwt;

import io.nextline.cdshooks.security.key.KeyCaching;
import io.nextline.cdshooks.security.key.KeySource;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what is wrong with settings, all of it. */
final class SettingsCheck {

    private static final Duration LONGEST_LIFETIME = Duration.ofHours(1);
    private static final Duration LONGEST_SKEW = Duration.ofMinutes(5);
    private static final Duration LONGEST_KEY_AGE = Duration.ofDays(7);
    private static final int MOST_REMEMBERED = 10_000_000;
    private static final int LONGEST_NAME = 512;

    private final AuthenticationSettings settings;
    private final List<String> problems = new ArrayList<>();

    SettingsCheck(AuthenticationSettings settings) {
        this.settings = settings;
    }

    List<String> problems() {
        externalBase(settings.externalBase());
        issuers();
        require(!settings.algorithms().isEmpty(), "algorithms: name at least one, for example ES384");
        within("maxLifetime", settings.maxLifetime(), Duration.ofSeconds(1), LONGEST_LIFETIME);
        within("clockSkew", settings.clockSkew(), Duration.ZERO, LONGEST_SKEW);
        require(
                settings.replayCapacity() >= 1 && settings.replayCapacity() <= MOST_REMEMBERED,
                "replayCapacity: 1 to " + MOST_REMEMBERED + " tokens");
        caching(settings.caching());
        return List.copyOf(problems);
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }

    private void within(String name, Duration value, Duration least, Duration most) {
        require(
                value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                name + ": " + least.toSeconds() + " to " + most.toSeconds() + " seconds, not " + value.toSeconds());
    }

    // Clients on this machine may use http, for trials of an installation.
    private void externalBase(URI base) {
        String host = base.getHost();
        boolean local = host != null && (host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]"));
        require(
                host != null && ("https".equals(base.getScheme()) || (local && "http".equals(base.getScheme()))),
                "externalBase: an absolute https URL is needed, the one that clients are configured with");
        require(
                base.getRawQuery() == null && base.getRawFragment() == null && base.getRawUserInfo() == null,
                "externalBase: no query, fragment or user information");
        String text = base.toString();
        require(!text.endsWith("/"), "externalBase: without a slash at its end");
        require(!text.endsWith("/cds-services"), "externalBase: without /cds-services at its end");
    }

    private void issuers() {
        require(!settings.issuers().isEmpty(), "issuers: name at least one; without one nobody could call");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < settings.issuers().size(); i++) {
            TrustedIssuer issuer = settings.issuers().get(i);
            String at = "issuers[" + i + "]: ";
            require(isPlain(issuer.issuer()), at + "issuer is empty, too long, or holds blanks or control characters");
            require(seen.add(issuer.issuer()), at + "the issuer stands in the list twice; put its keys into one set");
            require(
                    issuer.tenants().stream().allMatch(SettingsCheck::isPlain),
                    at + "a tenant is empty, too long, or holds blanks or control characters");
            keys(at, issuer.keys());
        }
    }

    private void keys(String at, KeySource keys) {
        if (keys instanceof KeySource.JwksEndpoint endpoint) {
            URI url = endpoint.url();
            require(
                    "https".equals(url.getScheme()) && url.getHost() != null && url.getRawUserInfo() == null,
                    at + "keys: an absolute https URL without user information is needed, or a file");
        }
    }

    // Names of the configuration stand in logs: they hold nothing that a log could be forged with.
    private static boolean isPlain(String name) {
        return !name.isEmpty() && name.length() <= LONGEST_NAME && name.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    private void caching(KeyCaching caching) {
        within("caching.minimumInterval", caching.minimumInterval(), Duration.ofSeconds(1), LONGEST_LIFETIME);
        within("caching.refreshAfter", caching.refreshAfter(), caching.minimumInterval(), LONGEST_KEY_AGE);
        within("caching.maximumAge", caching.maximumAge(), caching.refreshAfter(), LONGEST_KEY_AGE);
    }
}
