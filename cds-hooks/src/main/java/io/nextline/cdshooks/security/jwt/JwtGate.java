package io.nextline.cdshooks.security.jwt;

import io.nextline.cdshooks.security.Admission;
import io.nextline.cdshooks.security.Caller;
import io.nextline.cdshooks.security.ClientCall;
import io.nextline.cdshooks.security.ClientGate;
import io.nextline.cdshooks.security.InvalidSettingsException;
import io.nextline.cdshooks.security.RefusalCause;
import io.nextline.cdshooks.security.key.CachedKeys;
import io.nextline.cdshooks.security.key.KeySource;
import io.nextline.cdshooks.security.key.VerificationKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Admits clients by the signed token of each call, as CDS Hooks 2.0.1 describes it. What costs little is checked first, the signature
 * near the end, and only a token that is good in every other respect is remembered as used. Thread-safe.
 */
public final class JwtGate implements ClientGate {

    private static final Logger LOG = LoggerFactory.getLogger(JwtGate.class);
    private static final int LONGEST_LOGGED_JTI = 64;

    private final AuthenticationSettings settings;
    private final ReplayStore used;
    private final Clock clock;
    private final ClaimRules rules;
    private final Signatures signatures;
    private final Map<String, Client> clients = new LinkedHashMap<>();

    /**
     * Makes a gate that remembers used tokens in this process.
     *
     * @throws InvalidSettingsException if the settings cannot be used; it names all problems
     */
    public JwtGate(AuthenticationSettings settings, Clock clock) {
        this(settings, new InMemoryReplayStore(Math.max(1, settings.replayCapacity())), clock);
    }

    /**
     * Makes a gate. No key is read yet: {@link #prepare} does.
     *
     * @param settings who is trusted, and how
     * @param used remembers used tokens
     * @param clock tells the time that tokens are held against
     * @throws InvalidSettingsException if the settings cannot be used; it names all problems
     */
    public JwtGate(AuthenticationSettings settings, ReplayStore used, Clock clock) {
        List<String> problems = settings.problems();
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
        this.settings = settings;
        this.used = used;
        this.clock = clock;
        this.rules = new ClaimRules(settings);
        this.signatures = new Signatures(settings.algorithms());
        for (TrustedIssuer issuer : settings.issuers()) {
            CachedKeys keys = CachedKeys.of(issuer.keys(), settings.algorithms(), settings.caching(), clock);
            clients.put(issuer.issuer(), new Client(issuer, keys));
        }
    }

    @Override
    public Admission admit(ClientCall call) {
        Progress progress = new Progress();
        try {
            Caller caller = check(call, progress);
            return new Admission.Admitted(caller, progress.jti);
        } catch (RefusedException refused) {
            return new Admission.Refused(refused.refusal(), progress.issuer, progress.jti);
        }
    }

    /** How far a check came: what the log may be told. */
    private static final class Progress {
        private @Nullable String issuer;
        private @Nullable String jti;
    }

    private Caller check(ClientCall call, Progress progress) throws RefusedException {
        BearerToken token = BearerToken.of(call.authorization());
        Signatures.Signing signing = signatures.check(TokenJson.header(token.header()));
        TokenClaims claims = TokenJson.claims(token.payload());
        Client client = client(claims.issuer());
        progress.issuer = client.settings().issuer();
        Instant now = clock.instant();
        ClaimRules.Kept kept = rules.check(claims, call.path(), now.getEpochSecond());
        Caller caller = client.caller(claims.tenant());
        client.checkConnection(call.peer());
        signatures.verify(token, signing, client.keys());
        progress.jti = loggable(kept.jti());
        useOnce(caller, kept, now);
        return caller;
    }

    private Client client(@Nullable String issuer) throws RefusedException {
        Client client = issuer == null ? null : clients.get(issuer);
        if (client == null) {
            throw new RefusedException(RefusalCause.ISSUER_UNKNOWN);
        }
        return client;
    }

    private void useOnce(Caller caller, ClaimRules.Kept kept, Instant now) throws RefusedException {
        ReplayStore.Answer answer =
                used.remember(caller.issuer(), kept.jti(), now, Instant.ofEpochSecond(kept.forgettable()));
        switch (answer) {
            case FIRST -> {}
            case SEEN -> throw new RefusedException(RefusalCause.TOKEN_REPLAYED);
            case FULL -> throw new RefusedException(RefusalCause.REPLAY_STORE_FULL);
            case UNREACHABLE -> throw new RefusedException(RefusalCause.REPLAY_STORE_UNREACHABLE);
        }
    }

    private static @Nullable String loggable(String jti) {
        boolean plain = jti.length() <= LONGEST_LOGGED_JTI
                && jti.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || c == '-'
                                || c == '_');
        return plain ? jti : null;
    }

    @Override
    public boolean guardsDiscovery() {
        return settings.guardDiscovery();
    }

    /** Returns who is trusted, and how. */
    public AuthenticationSettings settings() {
        return settings;
    }

    /**
     * Reads all keys and readies the store of used tokens. A file that cannot be used ends it; an endpoint or a database that cannot
     * be reached does not, since it may come back.
     *
     * @throws InvalidSettingsException if a file of keys or the store cannot be used; it names all problems of all files
     */
    @Override
    public void prepare() {
        used.prepare();
        List<String> problems = new ArrayList<>();
        for (Client client : clients.values()) {
            List<String> found = client.keys().prepare();
            if (client.settings().keys() instanceof KeySource.JwksFile) {
                problems.addAll(found);
            }
            warmUp(client.keys().any());
        }
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
    }

    @Override
    public void close() {
        used.close();
    }

    private static void warmUp(@Nullable VerificationKey key) {
        if (key != null) {
            try {
                Signatures.warmUp(key);
            } catch (RefusedException impossible) {
                LOG.debug("the warm-up's token was not read: {}", impossible.refusal());
            }
        }
    }
}
