package io.nextline.cdshooks.security.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.cdshooks.security.InvalidSettingsException;
import io.nextline.cdshooks.security.TestClock;
import io.nextline.cdshooks.security.TestKey;
import io.nextline.cdshooks.security.key.KeyCaching;
import io.nextline.cdshooks.security.key.KeySource;
import io.nextline.cdshooks.security.key.SignatureAlgorithm;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that cannot be used are named, all at once and before anything is served. */
class AuthenticationSettingsTest {

    private static final URI BASE = URI.create("https://cds.example/nextline");
    private static final KeySource FILE = new KeySource.JwksFile(Path.of("keys.json"));
    private static final TrustedIssuer EHR = TrustedIssuer.of("https://ehr.example", FILE);

    private static List<String> problems(URI base, TrustedIssuer... issuers) {
        return AuthenticationSettings.of(base, List.of(issuers)).problems();
    }

    @Test
    void usualSettingsAreFine() {
        assertThat(problems(BASE, EHR)).isEmpty();
        assertThat(AuthenticationSettings.of(BASE, List.of(EHR)))
                .extracting(
                        AuthenticationSettings::algorithms,
                        AuthenticationSettings::maxLifetime,
                        AuthenticationSettings::clockSkew,
                        AuthenticationSettings::guardDiscovery)
                .containsExactly(
                        Set.of(SignatureAlgorithm.ES384, SignatureAlgorithm.RS384),
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(60),
                        false);
    }

    @Test
    void allProblemsAreNamedAtOnce() {
        AuthenticationSettings settings = new AuthenticationSettings(
                URI.create("http://cds.example/cds-services/?x=1"),
                List.of(
                        EHR,
                        EHR,
                        TrustedIssuer.of(" ", new KeySource.JwksEndpoint(URI.create("http://ehr.example/jwks"))),
                        EHR.withTenants(Set.of("no\nrth"))),
                Set.of(),
                Duration.ofHours(2),
                Duration.ofMinutes(6),
                false,
                0,
                new KeyCaching(Duration.ZERO, Duration.ZERO, Duration.ofDays(8)));

        assertThatThrownBy(() -> new JwtGate(settings, new TestClock()))
                .isInstanceOfSatisfying(
                        InvalidSettingsException.class,
                        refused -> assertThat(refused.problems())
                                .containsExactly(
                                        "externalBase: an absolute https URL is needed, the one that clients are configured with",
                                        "externalBase: no query, fragment or user information",
                                        "issuers[1]: the issuer stands in the list twice; put its keys into one set",
                                        "issuers[2]: issuer is empty, too long, or holds blanks or control characters",
                                        "issuers[2]: keys: an absolute https URL without user information is needed, or a file",
                                        "issuers[3]: the issuer stands in the list twice; put its keys into one set",
                                        "issuers[3]: a tenant is empty, too long, or holds blanks or control characters",
                                        "algorithms: name at least one, for example ES384",
                                        "maxLifetime: 1 to 3600 seconds, not 7200",
                                        "clockSkew: 0 to 300 seconds, not 360",
                                        "replayCapacity: 1 to 10000000 tokens",
                                        "caching.minimumInterval: 1 to 3600 seconds, not 0",
                                        "caching.maximumAge: 0 to 604800 seconds, not 691200"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://cds.example",
                "ftp://cds.example",
                "/nextline",
                "https:///x",
                "https://user@cds.example",
                "https://cds.example/#x",
                "https://cds.example/",
                "https://cds.example/cds-services",
                "mailto:a@b.example"
            })
    void externalBaseIsAnHttpsUrlWithoutAnythingBehindIt(String base) {
        assertThat(problems(URI.create(base), EHR))
                .isNotEmpty()
                .allMatch(problem -> problem.startsWith("externalBase: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080",
                "http://127.0.0.1:8080",
                "http://[::1]:8080",
                "https://cds.example:8443/a/b"
            })
    void httpIsForThisMachineOnly(String base) {
        assertThat(problems(URI.create(base), EHR)).isEmpty();
    }

    @Test
    void somebodyMustBeTrusted() {
        assertThat(problems(BASE)).containsExactly("issuers: name at least one; without one nobody could call");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"none", "HS256", "HS384", "HS512", "dir", "RSA-OAEP", "A128KW", "EdDSA", "ES256K", "", "es384"})
    void noSymmetricAlgorithmAndNoneCanBeNamed(String name) {
        assertThat(SignatureAlgorithm.named(name)).isNull();
    }

    @Test
    void filesOfAllIssuersAreReadBeforeAnythingIsServed(@TempDir Path folder) {
        Path good = TestKey.write(folder.resolve("good.json"), TestKey.ec("k", "secp384r1"));
        Path weak = TestKey.write(folder.resolve("weak.json"), TestKey.rsa("k", 1024), TestKey.rsa("l", 1024));
        JwtGate gate = new JwtGate(
                AuthenticationSettings.of(
                        BASE,
                        List.of(
                                TrustedIssuer.of("a", new KeySource.JwksFile(good)),
                                TrustedIssuer.of("b", new KeySource.JwksFile(weak)),
                                TrustedIssuer.of("c", new KeySource.JwksFile(folder.resolve("missing.json"))))),
                new TestClock());

        assertThatThrownBy(gate::prepare)
                .isInstanceOfSatisfying(
                        InvalidSettingsException.class,
                        refused -> assertThat(refused.problems())
                                .hasSize(3)
                                .anyMatch(problem ->
                                        problem.startsWith(weak + ": keys[0]: it is an RSA key of 1024 bits"))
                                .anyMatch(problem ->
                                        problem.startsWith(weak + ": keys[1]: it is an RSA key of 1024 bits"))
                                .anyMatch(problem -> problem.contains("missing.json: it cannot be read")));
    }

    @Test
    void endpointThatIsDownDoesNotStopTheStart() {
        JwtGate gate = new JwtGate(
                AuthenticationSettings.of(
                        BASE,
                        List.of(TrustedIssuer.of(
                                "a", new KeySource.JwksEndpoint(URI.create("https://127.0.0.1:1/jwks"))))),
                new TestClock());

        gate.prepare();

        assertThat(gate.guardsDiscovery()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"dns:ehr.example, DNS, ehr.example", "uri:https://ehr.example, URI, https://ehr.example"})
    void certificateNamesAreRead(String text, CertificateName.Kind kind, String value) {
        assertThat(CertificateName.parse(text)).isEqualTo(new CertificateName(kind, value));
        assertThat(CertificateName.parse("subject:CN=ehr, O=Hospital").kind()).isEqualTo(CertificateName.Kind.SUBJECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ehr.example", "dns:", "cn:ehr", "subject:ehr", "DNS:ehr.example", ""})
    void otherCertificateNamesAreRefused(String text) {
        assertThatThrownBy(() -> CertificateName.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
