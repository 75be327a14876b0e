package io.nextline.cdshooks.security.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.EnumSet;
import java.util.Set;

/** Checks one key of a set: its type, strength and declared use. RSA sizes follow NIST SP 800-131A, exponents FIPS 186-5. */
final class KeyChecks {

    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 8192;
    private static final int MAX_KID_LENGTH = 256;
    private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(65_537);
    private static final BigInteger GREATEST_EXPONENT = BigInteger.ONE.shiftLeft(64);

    private final Set<SignatureAlgorithm> allowed;

    KeyChecks(Set<SignatureAlgorithm> allowed) {
        this.allowed = EnumSet.copyOf(allowed);
    }

    /**
     * Returns the key.
     *
     * @throws KeysUnreadableException if it is not to be used; the message says why and what would be
     */
    VerificationKey check(JsonNode json) throws KeysUnreadableException {
        String kty = json.path("kty").asText();
        if (!kty.equals("RSA") && !kty.equals("EC")) {
            throw new KeysUnreadableException("kty must be RSA or EC, the public key of the client");
        }
        if (json.has("d") || json.has("p") || json.has("k")) {
            throw new KeysUnreadableException(
                    "it holds a private key; take it out of use and give the public key alone");
        }
        JWK key = parse(json);
        String kid = key.getKeyID();
        if (kid == null || kid.isEmpty() || kid.length() > MAX_KID_LENGTH) {
            throw new KeysUnreadableException("it needs a kid of at most " + MAX_KID_LENGTH + " characters");
        }
        checkUse(json);
        Set<SignatureAlgorithm> algorithms =
                key instanceof RSAKey ? rsa() : onCurve(json.path("crv").asText());
        declared(json, algorithms);
        return verification(key, kid, algorithms);
    }

    // The parser checks that a point lies on its curve. Its message may repeat what the key holds.
    private static JWK parse(JsonNode json) throws KeysUnreadableException {
        try {
            return JWK.parse(json.toString());
        } catch (ParseException | IllegalArgumentException | IllegalStateException unreadable) {
            throw new KeysUnreadableException(
                    "it is no JSON Web Key (RFC 7517) that can be read, or its curve is none of P-256, P-384 and P-521");
        }
    }

    private static void checkUse(JsonNode json) throws KeysUnreadableException {
        boolean operations = !json.has("key_ops");
        for (JsonNode operation : json.path("key_ops")) {
            operations |= operation.asText().equals("verify");
        }
        if (!json.path("use").asText("sig").equals("sig") || !operations) {
            throw new KeysUnreadableException("it is declared for another use than signatures: \"use\" or \"key_ops\"");
        }
    }

    private Set<SignatureAlgorithm> rsa() {
        Set<SignatureAlgorithm> fitting = EnumSet.copyOf(allowed);
        fitting.removeIf(algorithm -> !algorithm.isRsa());
        return fitting;
    }

    private Set<SignatureAlgorithm> onCurve(String curve) {
        Set<SignatureAlgorithm> fitting = EnumSet.copyOf(allowed);
        fitting.removeIf(algorithm -> !algorithm.isOn(curve));
        return fitting;
    }

    private void declared(JsonNode json, Set<SignatureAlgorithm> fitting) throws KeysUnreadableException {
        if (json.has("alg")) {
            fitting.removeIf(
                    algorithm -> !algorithm.name().equals(json.get("alg").asText()));
        }
        if (fitting.isEmpty()) {
            throw new KeysUnreadableException(
                    "its type, curve or \"alg\" fits none of the allowed algorithms " + allowed);
        }
    }

    private static VerificationKey verification(JWK key, String kid, Set<SignatureAlgorithm> algorithms)
            throws KeysUnreadableException {
        try {
            return key instanceof RSAKey rsa
                    ? new VerificationKey(kid, algorithms, new RSASSAVerifier(strong(rsa.toRSAPublicKey())))
                    : new VerificationKey(kid, algorithms, new ECDSAVerifier(((ECKey) key).toECPublicKey()));
        } catch (JOSEException unusable) {
            throw new KeysUnreadableException("the Java platform cannot use it");
        }
    }

    private static RSAPublicKey strong(RSAPublicKey key) throws KeysUnreadableException {
        int bits = key.getModulus().bitLength();
        if (bits < MIN_RSA_BITS || bits > MAX_RSA_BITS) {
            throw new KeysUnreadableException(
                    "it is an RSA key of " + bits + " bits; " + MIN_RSA_BITS + " to " + MAX_RSA_BITS + " are accepted");
        }
        BigInteger exponent = key.getPublicExponent();
        if (exponent.compareTo(LEAST_EXPONENT) < 0
                || exponent.compareTo(GREATEST_EXPONENT) > 0
                || !exponent.testBit(0)) {
            throw new KeysUnreadableException("its public exponent must be odd, at least 65537 and below 2^64");
        }
        return key;
    }
}
