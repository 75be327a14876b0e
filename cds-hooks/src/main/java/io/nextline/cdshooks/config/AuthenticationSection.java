package io.nextline.cdshooks.config;

import io.nextline.cdshooks.security.Secret;
import io.nextline.cdshooks.security.StoreFile;
import io.nextline.cdshooks.security.jwt.AuthenticationSettings;
import io.nextline.cdshooks.security.jwt.CertificateName;
import io.nextline.cdshooks.security.jwt.TrustedIssuer;
import io.nextline.cdshooks.security.key.KeyCaching;
import io.nextline.cdshooks.security.key.KeySource;
import io.nextline.cdshooks.security.key.SignatureAlgorithm;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who may call, and how tokens are checked. */
final class AuthenticationSection implements Section<AuthenticationSection.Clients> {

    private static final Key<URI> BASE = new Key<>(
            "auth.base-url",
            Kinds.url(),
            null,
            "URL under which clients call, without /cds-services; a token's aud has to be this and the endpoint's path");
    private static final Key<List<SignatureAlgorithm>> ALGORITHMS = new Key<>(
            "auth.algorithms",
            Kinds.list(Kinds.choice(List.of(SignatureAlgorithm.values()), SignatureAlgorithm::name)),
            "ES384,RS384",
            "algorithms that tokens may be signed with");
    private static final Key<Duration> LIFETIME =
            new Key<>("auth.max-lifetime", time(1, 3600), "5 min", "longest time from iat to exp of a token");
    private static final Key<Duration> SKEW =
            new Key<>("auth.clock-skew", time(0, 300), "60 s", "how far the clocks of client and service may differ");
    private static final Key<Boolean> DISCOVERY =
            new Key<>("auth.guard-discovery", Kinds.flag(), "false", "whether discovery asks for a token, too");
    private static final Key<Integer> REPLAY = new Key<>(
            "auth.replay-capacity", Kinds.count(1, 10_000_000), "200000", "used tokens remembered at a time; then 503");
    private static final Key<Duration> REFRESH =
            new Key<>("auth.keys.refresh-after", time(1, 604_800), "5 min", "age at which keys are read again");
    private static final Key<Duration> INTERVAL =
            new Key<>("auth.keys.minimum-interval", time(1, 3600), "10 s", "least time between two readings of keys");
    private static final Key<Duration> AGE =
            new Key<>("auth.keys.maximum-age", time(1, 604_800), "4 h", "age above which keys are not used; then 503");

    private static final Key<String> ISSUER = new Key<>(
            "auth.issuer.*.iss",
            Kinds.text(),
            null,
            "a trusted client, under a name of yours: the iss of its tokens, exactly");
    private static final Key<Path> FILE =
            new Key<>("auth.issuer.*.keys-file", Kinds.path(), null, "its public keys, a JWKS file");
    private static final Key<URI> URL =
            new Key<>("auth.issuer.*.keys-url", Kinds.url(), null, "or the https URL of its JWKS");
    private static final Key<Path> URL_TRUST = new Key<>(
            "auth.issuer.*.keys-trust-store",
            Kinds.path(),
            null,
            "PKCS12 file with what to trust there, if not what Java trusts");
    private static final Key<Secret> URL_TRUST_PASSWORD =
            new Key<>("auth.issuer.*.keys-trust-store.password", Kinds.secret(), null, "its password");
    private static final Key<List<String>> TENANTS = new Key<>(
            "auth.issuer.*.tenants",
            Kinds.list(Kinds.text()),
            "",
            "its tenants; a token has to name one of them if there are any");
    private static final Key<List<String>> CERTIFICATES = new Key<>(
            "auth.issuer.*.certificates",
            Kinds.list(Kinds.text()),
            "",
            "names of its TLS client certificate: dns:, uri: or subject:; with a + for a comma within a subject");

    private static Kind<Duration> time(int leastSeconds, int mostSeconds) {
        return Kinds.duration(Duration.ofSeconds(leastSeconds), Duration.ofSeconds(mostSeconds));
    }

    /**
     * What was read.
     *
     * @param authentication who may call, null where the file says nothing of it
     */
    record Clients(@Nullable AuthenticationSettings authentication) {}

    @Override
    public String title() {
        return "Authentication of clients";
    }

    @Override
    public List<Key<?>> keys() {
        List<Key<?>> keys =
                new ArrayList<>(List.of(BASE, ALGORITHMS, LIFETIME, SKEW, DISCOVERY, REPLAY, REFRESH, INTERVAL, AGE));
        keys.addAll(issuerKeys());
        return keys;
    }

    private static List<Key<?>> issuerKeys() {
        return List.of(ISSUER, FILE, URL, URL_TRUST, URL_TRUST_PASSWORD, TENANTS, CERTIFICATES);
    }

    @Override
    public Clients read(Values values) {
        List<String> names = values.chosen(issuerKeys());
        List<TrustedIssuer> issuers =
                names.stream().map(name -> issuer(values, name)).toList();
        URI base = values.find(BASE);
        AuthenticationSettings settings = new AuthenticationSettings(
                base == null ? URI.create("https://missing.invalid") : base,
                issuers,
                Set.copyOf(values.get(ALGORITHMS)),
                values.get(LIFETIME),
                values.get(SKEW),
                values.get(DISCOVERY),
                values.get(REPLAY),
                new KeyCaching(values.get(REFRESH), values.get(INTERVAL), values.get(AGE)));
        if (base == null && issuers.isEmpty() && !values.has(BASE)) {
            return new Clients(null);
        }
        if (base == null && !values.has(BASE)) {
            values.problem(BASE, "is missing; give the URL under which clients call, without /cds-services");
        }
        settings.problems().forEach(problem -> told(values, names, problem));
        return new Clients(settings);
    }

    private static TrustedIssuer issuer(Values values, String name) {
        String iss = values.find(ISSUER.of(name));
        if (iss == null) {
            values.problem(ISSUER.of(name), "is missing; give the iss of the client's tokens");
        }
        return new TrustedIssuer(
                iss == null ? "missing:" + name : iss,
                keys(values, name),
                Set.copyOf(values.get(TENANTS.of(name))),
                certificates(values, name));
    }

    private static KeySource keys(Values values, String name) {
        Path file = values.find(FILE.of(name));
        URI url = values.find(URL.of(name));
        if (file != null && url != null) {
            values.problem(URL.of(name), "keys come from a file or from a URL, not from both; keep one");
        }
        if (url != null) {
            Path trust = values.find(URL_TRUST.of(name));
            return new KeySource.JwksEndpoint(
                    url,
                    trust == null
                            ? null
                            : new StoreFile(values.resolve(trust), values.secret(URL_TRUST_PASSWORD.of(name))));
        }
        if (file == null && !values.has(FILE.of(name)) && !values.has(URL.of(name))) {
            values.problem(
                    FILE.of(name),
                    "is missing; give the client's public keys, or their "
                            + URL.of(name).name());
        }
        return new KeySource.JwksFile(values.resolve(file == null ? Path.of("missing") : file));
    }

    private static Set<CertificateName> certificates(Values values, String name) {
        Key<List<String>> key = CERTIFICATES.of(name);
        try {
            return values.get(key).stream()
                    .map(text -> CertificateName.parse(text.startsWith("subject:") ? text.replace('+', ',') : text))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IllegalArgumentException broken) {
            values.problem(key, "a name starts with dns:, uri: or subject:, for example dns:ehr.example.org");
            return Set.of();
        }
    }

    // The settings name their own fields; the operator knows keys.
    private static void told(Values values, List<String> names, String problem) {
        int colon = problem.indexOf(": ");
        String field = problem.substring(0, Math.max(colon, 0));
        String rest = problem.substring(colon < 0 ? 0 : colon + 2);
        Key<?> key = switch (field) {
            case "externalBase" -> BASE;
            case "algorithms" -> ALGORITHMS;
            case "maxLifetime" -> LIFETIME;
            case "clockSkew" -> SKEW;
            case "replayCapacity" -> REPLAY;
            case "caching.refreshAfter" -> REFRESH;
            case "caching.minimumInterval" -> INTERVAL;
            case "caching.maximumAge" -> AGE;
            default -> ISSUER;
        };
        boolean one = field.startsWith("issuers[");
        values.problem(
                one ? ISSUER.of(names.get(Integer.parseInt(field.substring(8, field.length() - 1)))) : key, rest);
    }
}
