package io.nextline.cdshooks.security.jwt;

import com.nimbusds.jwt.SignedJWT;
import io.nextline.cdshooks.security.RefusalCause;
import io.nextline.cdshooks.security.key.CachedKeys;
import io.nextline.cdshooks.security.key.KeyLookup;
import io.nextline.cdshooks.security.key.SignatureAlgorithm;
import io.nextline.cdshooks.security.key.VerificationKey;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Checks how a token is signed: the form of its header, the key that it names, and the signature. */
final class Signatures {

    private static final String TYPE = "JWT";

    private final Set<SignatureAlgorithm> allowed;

    Signatures(Set<SignatureAlgorithm> allowed) {
        this.allowed = EnumSet.copyOf(allowed);
    }

    /**
     * What a header in good form says.
     *
     * @param algorithm the algorithm
     * @param kid the key's id
     */
    record Signing(SignatureAlgorithm algorithm, String kid) {}

    /**
     * Checks a header's form.
     *
     * @throws RefusedException if it breaks a rule
     */
    Signing check(TokenHeader header) throws RefusedException {
        if (header.critical()) {
            throw new RefusedException(RefusalCause.CRITICAL_EXTENSION);
        }
        if (!TYPE.equals(header.type())) {
            throw new RefusedException(RefusalCause.TYPE_NOT_JWT);
        }
        SignatureAlgorithm algorithm = header.algorithm() == null ? null : SignatureAlgorithm.named(header.algorithm());
        if (algorithm == null || !allowed.contains(algorithm)) {
            throw new RefusedException(RefusalCause.ALGORITHM_NOT_ALLOWED);
        }
        String kid = header.kid();
        if (kid == null || kid.isEmpty()) {
            throw new RefusedException(RefusalCause.KEY_ID_MISSING);
        }
        return new Signing(algorithm, kid);
    }

    /**
     * Checks that the token is signed with one of the keys.
     *
     * @throws RefusedException if it is not, or the keys cannot be had
     */
    void verify(BearerToken token, Signing signing, CachedKeys keys) throws RefusedException {
        VerificationKey key = find(signing.kid(), keys);
        if (!key.algorithms().contains(signing.algorithm())) {
            throw new RefusedException(RefusalCause.KEY_NOT_FOR_ALGORITHM);
        }
        if (!key.hasSigned(signed(token, signing))) {
            throw new RefusedException(RefusalCause.SIGNATURE_INVALID);
        }
    }

    private static VerificationKey find(String kid, CachedKeys keys) throws RefusedException {
        KeyLookup lookup = keys.find(kid);
        if (lookup instanceof KeyLookup.Found found) {
            return found.key();
        }
        throw new RefusedException(
                lookup instanceof KeyLookup.Unavailable ? RefusalCause.KEYS_UNAVAILABLE : RefusalCause.KEY_UNKNOWN);
    }

    // Two readers saw the header: ours, and the one that verifies. They must agree on what it says.
    private static SignedJWT signed(BearerToken token, Signing signing) throws RefusedException {
        SignedJWT jwt;
        try {
            jwt = SignedJWT.parse(token.reveal());
        } catch (ParseException | IllegalArgumentException broken) {
            throw new RefusedException(RefusalCause.TOKEN_MALFORMED);
        }
        boolean same =
                signing.algorithm().name().equals(jwt.getHeader().getAlgorithm().getName())
                        && signing.kid().equals(jwt.getHeader().getKeyID());
        if (!same) {
            throw new RefusedException(RefusalCause.TOKEN_MALFORMED);
        }
        return jwt;
    }

    /** Verifies a made-up token once, which loads what a verification needs. */
    static void warmUp(VerificationKey key) throws RefusedException {
        SignatureAlgorithm algorithm = key.algorithms().iterator().next();
        String header = "{\"alg\":\"" + algorithm.name() + "\",\"kid\":\"k\",\"typ\":\"JWT\"}";
        String encoded =
                Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8));
        BearerToken token = BearerToken.of(List.of("Bearer " + encoded + ".e30." + "AQ".repeat(64)));
        TokenJson.header(token.header());
        key.hasSigned(signed(token, new Signing(algorithm, "k")));
    }
}
