package io.nextline.cdshooks.security.key;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A way of signing a token (RFC 7518, section 3). Only those with a public key are here: no configuration can name {@code none} or a
 * symmetric algorithm, which CDS Hooks forbids.
 */
public enum SignatureAlgorithm {
    ES256("P-256"),
    ES384("P-384"),
    ES512("P-521"),
    RS256(null),
    RS384(null),
    RS512(null),
    PS256(null),
    PS384(null),
    PS512(null);

    private final @Nullable String curve;

    SignatureAlgorithm(@Nullable String curve) {
        this.curve = curve;
    }

    /** Returns what CDS Hooks recommends, and what is allowed unless the configuration says otherwise: ES384 and RS384. */
    public static Set<SignatureAlgorithm> recommended() {
        return Set.of(ES384, RS384);
    }

    /** Returns the algorithm of this exact name, or null if it is none of these. */
    public static @Nullable SignatureAlgorithm named(String name) {
        for (SignatureAlgorithm algorithm : values()) {
            if (algorithm.name().equals(name)) {
                return algorithm;
            }
        }
        return null;
    }

    /** Returns whether it signs with an RSA key. */
    boolean isRsa() {
        return curve == null;
    }

    /** Returns whether it signs with an elliptic-curve key on this curve. */
    boolean isOn(String name) {
        return name.equals(curve);
    }
}
