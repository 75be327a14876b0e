package io.nextline.cdshooks.http;

import static io.nextline.cdshooks.http.GuardedService.BASE;
import static io.nextline.cdshooks.http.GuardedService.CLINIC;
import static io.nextline.cdshooks.http.GuardedService.CLINICS;
import static io.nextline.cdshooks.http.GuardedService.EC;
import static io.nextline.cdshooks.http.GuardedService.EHR;
import static io.nextline.cdshooks.http.GuardedService.VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.cdshooks.SampleRequest;
import io.nextline.cdshooks.security.InvalidSettingsException;
import io.nextline.cdshooks.security.RefusalCause;
import io.nextline.cdshooks.security.Secret;
import io.nextline.cdshooks.security.StoreFile;
import io.nextline.cdshooks.security.TestClock;
import io.nextline.cdshooks.security.TestKey;
import io.nextline.cdshooks.security.TestStores;
import io.nextline.cdshooks.security.TestToken;
import io.nextline.cdshooks.security.jwt.AuthenticationSettings;
import io.nextline.cdshooks.security.jwt.CertificateName;
import io.nextline.cdshooks.security.jwt.JwtGate;
import io.nextline.cdshooks.security.jwt.TrustedIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS with client certificates: a certificate and a token must name the same client. */
class MutualTlsTest {

    private static final TestClock CLOCK = new TestClock();
    private static final TlsSettings MUTUAL = new TlsSettings(TestStores.keys("server"), TestStores.trust());
    private static JwtGate jwt;
    private static GuardedService.RecordingGate gate;
    private static NextlineServer server;

    private static TrustedIssuer issuer(String name, TestKey key, String... certificates) {
        return TrustedIssuer.of(name, GuardedService.file(key))
                .withCertificates(
                        Stream.of(certificates).map(CertificateName::parse).collect(Collectors.toSet()));
    }

    private static JwtGate gate(TrustedIssuer... issuers) {
        return new JwtGate(AuthenticationSettings.of(URI.create(BASE), List.of(issuers)), CLOCK);
    }

    @BeforeAll
    static void start() throws IOException {
        jwt = gate(issuer(EHR, EC, "subject:cn=EHR,o=hospital"), issuer(CLINIC, CLINICS, "uri:https://clinic.example"));
        gate = new GuardedService.RecordingGate(jwt);
        server = NextlineServer.start(new ServerOptions("127.0.0.1", 0, gate, MUTUAL), SampleService.services());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static int call(NextlineServer called, String holder, String protocol, String token) throws IOException {
        SSLContext tls = TestStores.tls(holder);
        HttpClient client = HttpClient.newBuilder()
                .sslContext(tls)
                .sslParameters(
                        new SSLParameters(tls.getDefaultSSLParameters().getCipherSuites(), new String[] {protocol}))
                .build();
        java.net.http.HttpRequest request = java.net.http.HttpRequest.newBuilder(
                        called.base().resolve("/cds-services/nextline-patient-view"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofByteArray(SampleRequest.patientView().bytes()))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString()).statusCode();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static int call(String holder, String token) throws IOException {
        return call(server, holder, "TLSv1.3", token);
    }

    private static String ehrs() {
        return TestToken.of(EHR, VIEW, CLOCK.instant()).signedBy(EC);
    }

    private static String clinics() {
        return TestToken.of(CLINIC, VIEW, CLOCK.instant()).signedBy(CLINICS);
    }

    @Test
    void certificateAndTokenOfOneClientAreAnswered() throws IOException {
        assertThat(server.base().getScheme()).isEqualTo("https");
        assertThat(call("ehr", ehrs())).isEqualTo(200);
        assertThat(call("clinic", clinics())).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void bothVersionsOfTlsAreSpoken(String protocol) throws IOException {
        assertThat(call(server, "ehr", protocol, ehrs())).isEqualTo(200);
    }

    @Test
    void certificateOfAnotherClientThanTheTokensIsRefused() throws IOException {
        assertThat(call("clinic", ehrs())).isEqualTo(401);
        assertThat(gate.cause()).isEqualTo(RefusalCause.CERTIFICATE_NOT_ISSUERS);
        assertThat(call("ehr", clinics())).isEqualTo(401);
    }

    @Test
    void certificateWithoutATokenIsRefused() throws IOException {
        assertThat(call("ehr", "x")).isEqualTo(401);
    }

    @Test
    void connectionWithoutACertificateOrWithAStrangersIsClosed() {
        assertThatThrownBy(() -> call(null, ehrs())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> call("stranger", ehrs())).isInstanceOf(IOException.class);
    }

    @Test
    void oldVersionsOfTlsAreNotSpoken() {
        assertThatThrownBy(() -> call(server, "ehr", "TLSv1.1", ehrs())).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dns:EHR.hospital.example", "subject:CN=ehr,O=Hospital"})
    void everyKindOfNameIsCompared(String name) throws IOException {
        GuardedService.RecordingGate other = new GuardedService.RecordingGate(gate(issuer(EHR, EC, name)));
        ServerOptions options = new ServerOptions("127.0.0.1", 0, other, MUTUAL);
        try (NextlineServer named = NextlineServer.start(options, SampleService.services())) {
            assertThat(call(named, "ehr", "TLSv1.3", ehrs())).isEqualTo(200);
            assertThat(call(named, "clinic", "TLSv1.3", ehrs())).isEqualTo(401);
        }
    }

    @Test
    void boundIssuerIsRefusedWhereNoCertificateIsShown() throws IOException {
        GuardedService.RecordingGate bound = new GuardedService.RecordingGate(gate(issuer(EHR, EC, "dns:ehr.example")));
        ServerOptions options = new ServerOptions("127.0.0.1", 0, bound, null);
        try (NextlineServer plain = NextlineServer.start(options, SampleService.services())) {
            RawClient client = new RawClient(plain.base());
            assertThat(client.call(List.of("Authorization: Bearer " + ehrs())).status())
                    .isEqualTo(401);
            assertThat(bound.cause()).isEqualTo(RefusalCause.CERTIFICATE_MISSING);
        }
    }

    @Test
    void tlsWithoutClientCertificatesIsTlsAlone() throws IOException {
        GuardedService.RecordingGate free = new GuardedService.RecordingGate(gate(issuer(EHR, EC)));
        ServerOptions options =
                new ServerOptions("127.0.0.1", 0, free, new TlsSettings(TestStores.keys("server"), null));
        try (NextlineServer tls = NextlineServer.start(options, SampleService.services())) {
            assertThat(call(tls, null, "TLSv1.3", ehrs())).isEqualTo(200);
        }
    }

    private static void startFails(JwtGate jwtGate, TlsSettings tls, String problem) {
        ServerOptions options = new ServerOptions("127.0.0.1", 0, jwtGate, tls);
        assertThatThrownBy(() -> NextlineServer.start(options, SampleService.services()))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void mutualTlsAsksForTheCertificateOfEachIssuer() {
        startFails(gate(issuer(EHR, EC)), MUTUAL, "issuers[0]: name its TLS client certificate");
    }

    @Test
    void storesThatCannotBeUsedAreNamed() {
        StoreFile keys = TestStores.keys("server");
        StoreFile missing = new StoreFile(Path.of("missing.p12"), Secret.of("x"));
        StoreFile locked = new StoreFile(keys.path(), Secret.of("wrong"));

        startFails(jwt, new TlsSettings(missing, TestStores.trust()), "missing.p12 cannot be opened as a PKCS12 store");
        startFails(jwt, new TlsSettings(locked, TestStores.trust()), "server-keys.p12 cannot be opened");
        startFails(jwt, new TlsSettings(TestStores.trust(), TestStores.trust()), "holds no private key");
        startFails(jwt, new TlsSettings(keys, keys), "holds no trusted certificate");
        assertThat(locked.toString()).doesNotContain("wrong");
        assertThat(Set.of(MUTUAL).toString()).doesNotContain("correct horse");
    }
}
