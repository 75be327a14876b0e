package io.nextline.samples.privacy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Makes the tokens of the client, and remembers them: none may be found afterwards, nor any of their parts. */
final class CanaryTokens {

    static final String ISSUER = "https://ehr.hospital.example";
    static final String BASE = "https://cds.hospital.example/nextline";

    private final ECKey key = key();
    private final ECKey strangers = key();
    private final List<String> parts = new CopyOnWriteArrayList<>();

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_384).keyID("k1").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns the client's key set. */
    String keys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** Returns the parts of all tokens made so far: header, claims and signature. */
    List<String> parts() {
        return List.copyOf(parts);
    }

    /** Returns a good token for the path. */
    String good(String path) {
        return signed(claims(path).jwtID(UUID.randomUUID().toString()), "k1", key);
    }

    /** Returns tokens that are refused, each for a reason of its own. */
    List<String> bad(String path) {
        String jti = Canary.REFUSED_JTI.value();
        Date past = Date.from(Instant.now().minusSeconds(3_000));
        List<String> bad = new ArrayList<>(List.of(
                signed(claims(path).jwtID(jti), "k1", strangers),
                signed(claims(path).jwtID(jti).expirationTime(past), "k1", key),
                signed(claims(path).jwtID(jti), Canary.KEY_ID.value(), key),
                signed(claims(path).jwtID(jti).issuer("https://" + Canary.CLAIM.value() + ".invalid"), "k1", key),
                signed(claims(path).jwtID(jti).audience(BASE + "/" + Canary.CLAIM.value()), "k1", key),
                signed(claims(path).jwtID(null), "k1", key),
                remembered(Canary.CLAIM.value() + ".e30.e30")));
        String whole = signed(claims(path).jwtID(jti), "k1", key);
        bad.add(whole.substring(0, whole.length() - 9));
        return bad;
    }

    /** Returns one good token whose id could forge a line of a log, to be used twice. */
    String forging(String path) {
        return signed(claims(path).jwtID(Canary.REFUSED_JTI.value() + "\r\nforged=1"), "k1", key);
    }

    private static JWTClaimsSet.Builder claims(String path) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(BASE + path)
                .subject(Canary.TOKEN_SUBJECT.value())
                .claim("extra", Canary.CLAIM.value())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(120)));
    }

    private String signed(JWTClaimsSet.Builder claims, String keyId, ECKey by) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES384)
                .type(JOSEObjectType.JWT)
                .keyID(keyId)
                .build();
        SignedJWT token = new SignedJWT(header, claims.build());
        try {
            token.sign(new ECDSASigner(by));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return remembered(token.serialize());
    }

    private String remembered(String token) {
        String[] split = token.split("\\.", -1);
        parts.add(split[1].length() > 8 ? split[1] : split[0]);
        parts.add(split[split.length - 1].length() > 8 ? split[split.length - 1] : split[0]);
        return token;
    }
}
