package io.nextline.cdshooks.security.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nextline.cdshooks.security.Admission;
import io.nextline.cdshooks.security.ClientCall;
import io.nextline.cdshooks.security.Peer;
import io.nextline.cdshooks.security.TestKey;
import io.nextline.cdshooks.security.key.KeySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;

/** Header, claims and whole tokens are refused with a cause; none that was not signed by the client is admitted. */
class TokenFuzzTest {

    private static final String BASE = "https://cds.hospital.example/nextline";
    private static final String PATH = "/cds-services/nextline-patient-view";
    private static final String HEADER =
            encoded("{\"typ\":\"JWT\",\"alg\":\"ES384\",\"kid\":\"key-1\"}".getBytes(StandardCharsets.UTF_8));
    private static final JwtGate GATE = gate();

    private static JwtGate gate() {
        try {
            Path file = Files.createTempFile(Files.createDirectories(Path.of("target")), "keys", ".json");
            file.toFile().deleteOnExit();
            TestKey.write(file, TestKey.ec("key-1", "secp384r1"));
            TrustedIssuer issuer = TrustedIssuer.of("https://ehr.hospital.example", new KeySource.JwksFile(file));
            JwtGate gate = new JwtGate(
                    AuthenticationSettings.of(URI.create(BASE), List.of(issuer)),
                    Clock.fixed(Instant.ofEpochSecond(1_800_000_000L), ZoneOffset.UTC));
            gate.prepare();
            return gate;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void isRefused(String authorization) {
        Admission admission = GATE.admit(new ClientCall(PATH, List.of(authorization), false, Peer.LOCAL));

        assertThat(admission).isInstanceOf(Admission.Refused.class);
        assertThat(((Admission.Refused) admission).cause().isUnavailable()).isFalse();
    }

    @FuzzTest(maxDuration = "1m")
    void headerIsReadOrRefused(byte[] header) {
        try {
            assertThat(TokenJson.header(header)).isEqualTo(TokenJson.header(header));
        } catch (RefusedException refused) {
            assertThat(refused.refusal()).isNotNull();
        }
        isRefused("Bearer " + encoded(header) + ".e30.AAAA");
    }

    @FuzzTest(maxDuration = "1m")
    void claimsAreReadOrRefused(byte[] claims) {
        try {
            assertThat(TokenJson.claims(claims)).isEqualTo(TokenJson.claims(claims));
        } catch (RefusedException refused) {
            assertThat(refused.refusal()).isNotNull();
        }
        isRefused("Bearer " + HEADER + "." + encoded(claims) + "." + encoded(new byte[96]));
    }

    @FuzzTest(maxDuration = "1m")
    void anyAuthorizationIsRefused(byte[] value) {
        isRefused(new String(value, StandardCharsets.ISO_8859_1));
    }
}
