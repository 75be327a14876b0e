package io.nextline.cdshooks.http;

import io.nextline.cdshooks.security.Admission;
import io.nextline.cdshooks.security.ClientCall;
import io.nextline.cdshooks.security.ClientGate;
import io.nextline.cdshooks.security.RefusalCause;
import io.nextline.cdshooks.security.TestClock;
import io.nextline.cdshooks.security.TestKey;
import io.nextline.cdshooks.security.TestToken;
import io.nextline.cdshooks.security.jwt.AuthenticationSettings;
import io.nextline.cdshooks.security.jwt.JwtGate;
import io.nextline.cdshooks.security.jwt.TrustedIssuer;
import io.nextline.cdshooks.security.key.KeySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/** A server that asks for tokens, and two clients that it trusts: one by an elliptic curve, one by RSA. */
final class GuardedService implements AutoCloseable {

    static final String BASE = "https://cds.hospital.example/nextline";
    static final String VIEW = BASE + "/cds-services/nextline-patient-view";
    static final String EHR = "https://ehr.hospital.example";
    static final String CLINIC = "https://clinic.example";
    static final TestKey EC = TestKey.ec("key-1", "secp384r1");
    static final TestKey RSA = TestKey.rsa("key-rsa", 2048);
    /** The clinic's key: another one under the same id as the EHR's. */
    static final TestKey CLINICS = TestKey.ec("key-1", "secp384r1");

    final TestClock clock = new TestClock();
    final RecordingGate gate;
    final RawClient client;
    private final NextlineServer server;

    /** A gate that keeps what it decided. */
    static final class RecordingGate implements ClientGate {
        private final ClientGate inner;
        private final Queue<Admission> decisions = new ConcurrentLinkedQueue<>();

        RecordingGate(ClientGate inner) {
            this.inner = inner;
        }

        @Override
        public Admission admit(ClientCall call) {
            Admission admission = inner.admit(call);
            decisions.add(admission);
            return admission;
        }

        @Override
        public boolean guardsDiscovery() {
            return inner.guardsDiscovery();
        }

        @Override
        public void prepare() {
            inner.prepare();
        }

        /** Returns the cause of the latest refusal. */
        RefusalCause cause() {
            Admission last = null;
            for (Admission decision : decisions) {
                last = decision;
            }
            return ((Admission.Refused) last).cause();
        }

        List<Admission> decisions() {
            return List.copyOf(decisions);
        }
    }

    GuardedService() {
        this(settings -> settings);
    }

    GuardedService(UnaryOperator<AuthenticationSettings> change) {
        this(change.apply(AuthenticationSettings.of(URI.create(BASE), List.of(ehr(EC, RSA), clinic(CLINICS)))));
    }

    GuardedService(AuthenticationSettings settings) {
        gate = new RecordingGate(new JwtGate(settings, clock));
        try {
            server = NextlineServer.start(new ServerOptions("127.0.0.1", 0, gate, null), SampleService.services());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        client = new RawClient(server.base());
    }

    /** Returns settings that trust the EHR with this key. */
    static AuthenticationSettings trusting(TestKey key) {
        return AuthenticationSettings.of(URI.create(BASE), List.of(ehr(key)));
    }

    static TrustedIssuer ehr(TestKey... keys) {
        return TrustedIssuer.of(EHR, file(keys)).withTenants(Set.of("north", "south"));
    }

    static TrustedIssuer clinic(TestKey... keys) {
        return TrustedIssuer.of(CLINIC, file(keys));
    }

    static KeySource file(TestKey... keys) {
        try {
            Path file = Files.createTempFile(Files.createDirectories(Path.of("target")), "keys", ".json");
            file.toFile().deleteOnExit();
            return new KeySource.JwksFile(TestKey.write(file, keys));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns a good token of the EHR for patient-view, to be signed. */
    TestToken token() {
        return TestToken.of(EHR, VIEW, clock.instant()).claim("tenant", "north");
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    /** Calls patient-view with the token. */
    RawClient.Answer call(String token) {
        return client.call(List.of("Authorization: Bearer " + token));
    }

    @Override
    public void close() {
        server.close();
    }
}
