package io.nextline.cdshooks.security.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.util.Set;

/**
 * A public key that passed all checks, with the algorithms that it may be used for. Thread-safe.
 *
 * @param kid its id within the issuer's set
 * @param algorithms the allowed algorithms that fit its type, curve and declared use; never empty
 * @param verifier checks signatures with it
 */
public record VerificationKey(String kid, Set<SignatureAlgorithm> algorithms, JWSVerifier verifier) {

    public VerificationKey {
        algorithms = Set.copyOf(algorithms);
    }

    /** Returns whether the token was signed with this key; anything that the verifier cannot work with was not. */
    public boolean hasSigned(SignedJWT token) {
        try {
            return token.verify(verifier);
        } catch (JOSEException | IllegalStateException unfit) {
            return false;
        }
    }
}
