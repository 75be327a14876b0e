package io.nextline.cdshooks.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.prefetch.PrefetchKey;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS the token goes only to who proves to be the host by name, whatever address the name leads to. */
class HttpsFetchTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static SSLContext tls;

    private FhirServer server;

    @BeforeAll
    static void makeACertificateForLocalhost() throws Exception {
        Path store = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        String.valueOf(PASSWORD),
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    }

    @BeforeEach
    void start() {
        server = FhirServer.start(tls);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Fetching fetch(String base, FetchSettings settings) {
        DataAccess access = new DataAccess(settings, new RecordReader(ReadLimits.forRequests()), host ->
                new InetAddress[] {InetAddress.getLoopbackAddress()});
        return Fetching.of(access, settings, Fetching.request(base));
    }

    private FetchSettings settings(String base) {
        return FetchSettings.of(Map.of(Fetching.CALLER.issuer(), List.of(FhirEndpoint.inside(base))))
                .with(Fetching.settings(server).limits());
    }

    @Test
    void hostThatProvesItsNameIsReadFrom() {
        String base = server.base().replace("127.0.0.1", "localhost");

        assertThat(fetch(base, settings(base).with(tls)).missing()).isEmpty();
        assertThat(server.seen()).isNotEmpty();
    }

    @Test
    void hostThatProvesAnotherNameNeverSeesTheToken() {
        Fetching fetched = fetch(server.base(), settings(server.base()).with(tls));

        assertThat(fetched.problem(PrefetchKey.CONDITIONS)).isEqualTo(FetchProblem.UNREACHABLE);
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void certificateThatNobodyTrustsNeverSeesTheToken() {
        String base = server.base().replace("127.0.0.1", "localhost");

        Fetching fetched = fetch(base, settings(base));

        assertThat(fetched.problem(PrefetchKey.CONDITIONS)).isEqualTo(FetchProblem.UNREACHABLE);
        assertThat(server.seen()).isEmpty();
    }
}
