package io.nextline.cdshooks.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nextline.cdshooks.operation.RateLimit;
import io.nextline.cdshooks.page.PageSettings;
import io.nextline.cdshooks.security.InvalidSettingsException;
import io.nextline.cdshooks.security.jwt.AuthenticationSettings;
import io.nextline.cdshooks.security.key.KeySource;
import io.nextline.core.evidence.Layer;
import io.nextline.core.fhir.ReadLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A configuration file, from its lines to typed settings; what is wrong with it is told at once, with the remedy. */
class ServiceConfigurationTest {

    private static final String CLIENTS = """
            auth.base-url=https://cds.hospital.example/nextline
            auth.issuer.ehr.iss=https://ehr.hospital.example
            auth.issuer.ehr.keys-file=keys/ehr.json
            auth.issuer.ehr.tenants=north, south
            """;

    @TempDir
    private Path folder;

    private ServiceConfiguration read(String text) {
        return ServiceConfiguration.of(PropertiesFile.of(folder.resolve("nextline.properties"), text));
    }

    private List<String> problems(String text) {
        InvalidSettingsException invalid = catchThrowableOfType(InvalidSettingsException.class, () -> read(text));
        return invalid == null ? List.of() : invalid.problems();
    }

    @Test
    void emptyFileHasTheUsualLimitsAndNoClients() {
        ServiceConfiguration usual = read("");

        assertThat(usual.authentication()).isNull();
        assertThat(usual.services().limits()).isEqualTo(ReadLimits.forRequests());
        assertThat(usual.limits().connections().total()).isEqualTo(512);
        assertThat(usual.limits().connections().perAddress()).isEqualTo(64);
        assertThat(usual.limits().connections().headerBytes()).isEqualTo(16 * 1024);
        assertThat(usual.limits().queue()).isEqualTo(32);
        assertThat(usual.limits().client()).isEqualTo(new RateLimit(20, 60));
        assertThat(usual.shutdown().finish()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void usualAuthenticationIsThatOfTheGate() {
        AuthenticationSettings read = read(CLIENTS).authentication();

        assertThat(read).isNotNull();
        assertThat(read).isEqualTo(AuthenticationSettings.of(read.externalBase(), read.issuers()));
        assertThat(read.issuers().get(0).tenants()).containsExactlyInAnyOrder("north", "south");
        assertThat(read.issuers().get(0).keys())
                .isEqualTo(new KeySource.JwksFile(folder.toAbsolutePath().resolve("keys/ehr.json")));
    }

    @Test
    void referenceIsItselfAConfigurationOfTheUsualValues() {
        assertThat(read(Reference.text()).effective()).isEqualTo(read("").effective());
    }

    @Test
    void everyKeyHasAMeaningAndAReadableUsualValue() {
        assertThat(Sections.keys()).allSatisfy(key -> {
            assertThat(key.meaning()).as(key.name()).isNotBlank();
            if (key.usual() != null) {
                Object usual = key.kind().read(key.usual());
                assertThat(usual).as(key.name()).isNotNull();
            }
        });
        assertThat(Sections.keys()).extracting(Key::name).doesNotHaveDuplicates();
    }

    @Test
    void pagesAreOnUnframedAndAtTheAddressOfTheClients() {
        assertThat(read(CLIENTS).services().pages())
                .isEqualTo(
                        PageSettings.usual().at(read(CLIENTS).authentication().externalBase()));
        assertThat(read("").services().pages().base()).isNull();
        assertThat(read("pages.enabled=false\n").services().pages().on()).isFalse();
        assertThat(read("pages.frame-ancestors=self, https://ehr.example\n")
                        .services()
                        .pages()
                        .frameAncestors())
                .containsExactly("'self'", "https://ehr.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://ehr.example; script-src *", "none, self", "http://ehr.example", "https://a/path"})
    void whoMayFramePagesIsNoWayIntoTheirPolicy(String frames) {
        assertThat(problems("pages.frame-ancestors=" + frames + "\n"))
                .singleElement()
                .asString()
                .contains("frame-ancestors");
    }

    @Test
    void unknownKeyIsNamedWithItsLineAndTheNearestKey() {
        assertThat(problems("# first\n\nserver.prot=80\n"))
                .singleElement()
                .asString()
                .endsWith("nextline.properties:3: there is no key server.prot; the nearest is server.port");
        assertThat(problems("auth.isuer.ehr.iss=https://x.example\n"))
                .singleElement()
                .asString()
                .endsWith("the nearest is auth.issuer.*.iss");
    }

    @Test
    void allProblemsAreToldAtOnce() {
        List<String> problems = problems("server.port=eighty\nlimits.idle=15\nno.such=1\ntls.key-store=a.p12\n");

        assertThat(problems).hasSize(4);
        assertThat(problems.toString())
                .contains(":1: server.port: the value is not a whole number, 0 to 65535")
                .contains(":2: limits.idle: the value is not a time, for example 200 ms, 15 s")
                .contains(":3: there is no key no.such")
                .contains("tls.key-store.password: is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "server.port, 70000",
        "limits.body, 1 GiB",
        "limits.body, 900 MiB",
        "limits.idle, -1 s",
        "limits.idle, 99999999999999999999 s",
        "limits.json.depth, 0",
        "evidence.layer, old",
        "evidence.time-zone, Mars/Olympus",
        "auth.algorithms, HS256",
        "auth.algorithms, none",
        "auth.guard-discovery, yes",
        "auth.base-url, nextline",
        "cors.origins, https://a.example/path",
        "auth.clock-skew, 10 min",
    })
    void valueOfAnotherKindIsAProblemOfItsKey(String key, String value) {
        assertThat(problems(key + "=" + value + "\n"))
                .isNotEmpty()
                .anySatisfy(problem -> assertThat(problem).contains(":1: " + key + ": "));
    }

    @Test
    void problemsDoNotRepeatValues() {
        assertThat(problems("server.port=s3cret\n").toString()).doesNotContain("s3cret");
    }

    @Test
    void secretsComeFromFilesAndAreNeverPrinted() throws IOException {
        Files.writeString(folder.resolve("password"), "hush-from-file\n");
        ServiceConfiguration read = read("""
                tls.key-store=keys.p12
                tls.key-store.password.file=password
                tls.client-trust-store=trust.p12
                tls.client-trust-store.password=hush-inline
                """);

        assertThat(read.tls()).isNotNull();
        assertThat(new String(read.tls().keys().password().reveal())).isEqualTo("hush-from-file");
        assertThat(read.effective())
                .containsEntry("tls.client-trust-store.password", "***")
                .containsEntry("tls.key-store.password.file", "password");
        assertThat(read.toString() + read.effective()).doesNotContain("hush");
    }

    @Test
    void replicasRememberUsedTokensInADatabaseWhoseUrlHoldsNoPassword() {
        ServiceConfiguration read = read(CLIENTS + """
                auth.replay.url=jdbc:postgresql://db.example/nextline
                auth.replay.user=nextline
                auth.replay.password=hush
                """);

        assertThat(read("").replay()).isNull();
        assertThat(read.replay()).isNotNull();
        assertThat(read.replay().url()).isEqualTo("jdbc:postgresql://db.example/nextline");
        assertThat(read.toString() + read.effective()).doesNotContain("hush");
        assertThat(problems("auth.replay.url=jdbc:sqlite:used.db\n").toString())
                .contains(":1: auth.replay.url: replicas share a PostgreSQL database");
        assertThat(problems("auth.replay.url=jdbc:postgresql://db/x?password=hush\n"))
                .singleElement()
                .asString()
                .contains(":1: auth.replay.url:")
                .doesNotContain("hush");
    }

    @Test
    void secretThatIsGivenTwiceOrCannotBeReadIsAProblem() {
        assertThat(problems("tls.key-store=a.p12\ntls.key-store.password=x\ntls.key-store.password.file=none\n"))
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).contains("given twice"))
                .anySatisfy(problem -> assertThat(problem).contains("the file cannot be read"));
    }

    @Test
    void plainHttpBeyondThisMachineNeedsAProxy() {
        assertThat(problems("server.host=0.0.0.0\n"))
                .singleElement()
                .asString()
                .contains("tls.key-store", "tls.terminated-by-proxy=true");
        assertThat(problems("server.host=0.0.0.0\ntls.terminated-by-proxy=true\n"))
                .isEmpty();
    }

    @Test
    void callersBehindAProxyAreNotCountedByAddressUnlessToldTo() {
        assertThat(read("tls.terminated-by-proxy=true\n").limits().address().isOn())
                .isFalse();
        assertThat(read("tls.terminated-by-proxy=true\n").limits().connections().perAddress())
                .isZero();
        assertThat(read("tls.terminated-by-proxy=true\nlimits.address.per-second=7\n")
                        .limits()
                        .address()
                        .perSecond())
                .isEqualTo(7);
    }

    @Test
    void everyIssuerNeedsItsIssAndItsKeys() {
        assertThat(
                        problems(
                                "auth.base-url=https://cds.example\nauth.issuer.a.tenants=x\nauth.issuer.b.iss=https://b.example\n"))
                .anySatisfy(problem -> assertThat(problem).contains("auth.issuer.a.iss: is missing"))
                .anySatisfy(problem -> assertThat(problem).contains("auth.issuer.a.keys-file: is missing"))
                .anySatisfy(problem -> assertThat(problem).contains("auth.issuer.b.keys-file: is missing"));
    }

    @Test
    void rulesOfTheGateAreToldByKey() {
        assertThat(problems(CLIENTS + "auth.keys.refresh-after=2 h\nauth.keys.maximum-age=1 h\n"))
                .singleElement()
                .asString()
                .contains(":6: auth.keys.maximum-age:");
        assertThat(problems(CLIENTS.replace("https://cds", "http://cds")).toString())
                .contains("auth.base-url: an absolute https URL is needed");
        assertThat(problems(CLIENTS + "auth.issuer.two.iss=https://ehr.hospital.example\nauth.issuer.two.keys-file=x\n")
                        .toString())
                .contains(":5: auth.issuer.two.iss: the issuer stands in the list twice");
    }

    @Test
    void valuesAreTyped() {
        ServiceConfiguration read = read(CLIENTS + """
                server.host=127.0.0.1
                server.port=9443
                evidence.layer=seed
                evidence.folder=evidence
                limits.body=2 MiB
                limits.queue-wait=50 ms
                audit.folder=audit
                audit.fail-closed=false
                admin.enabled=false
                """);

        assertThat(read.port()).isEqualTo(9443);
        assertThat(read.services().layer()).isEqualTo(Layer.SEED);
        assertThat(read.evidence()).isEqualTo(folder.toAbsolutePath().resolve("evidence"));
        assertThat(read.services().limits().maxBytes()).isEqualTo(2 * 1024 * 1024);
        assertThat(read.limits().longestWait()).isEqualTo(Duration.ofMillis(50));
        assertThat(read.audit()).isNotNull();
        assertThat(read.audit().failClosed()).isFalse();
        assertThat(read.audit().site()).isEqualTo("https://cds.hospital.example/nextline");
        assertThat(read.admin()).isNull();
    }

    @Test
    void keyThatStandsTwiceIsAProblem() {
        assertThat(problems("server.port=1\n\nserver.port=2\n"))
                .singleElement()
                .asString()
                .contains(":3: server.port stands in line 1 already");
    }

    @Test
    void continuedLinesCountFromTheirFirst() {
        assertThat(read("cors.origins=https://a.example,\\\n  https://b.example\n")
                        .effective()
                        .get("cors.origins"))
                .isEqualTo("https://a.example,https://b.example");
        assertThat(problems("cors.origins=https://a.example,\\\n  https://b.example\nno.such=\n")
                        .toString())
                .contains(":3: there is no key no.such");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad=\\u12", "\u202ekey=1", "key\u001b[31m=1"})
    void oddLinesCannotForgeAMessage(String line) {
        assertThat(problems(line + "\n").toString().chars().allMatch(c -> c >= ' ' && c < 0x7f))
                .isTrue();
    }

    @Test
    void fileThatIsMissingOrNotUtf8IsNamed() throws IOException {
        Path file = folder.resolve("latin1.properties");
        Files.write(file, "server.host=z\u00fcrich".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> ServiceConfiguration.read(file)).hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> ServiceConfiguration.read(folder.resolve("none")))
                .hasMessageContaining("cannot be read");
    }
}
