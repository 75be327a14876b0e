package io.nextline.cdshooks.security.jwt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What counts of a token's claims, as it says them; times in seconds since 1970.
 *
 * @param issuer {@code iss}
 * @param audience {@code aud}, whether it came as a string or an array
 * @param expires {@code exp}
 * @param issued {@code iat}
 * @param notBefore {@code nbf}
 * @param jti {@code jti}
 * @param tenant {@code tenant}
 */
record TokenClaims(
        @Nullable String issuer,
        List<String> audience,
        @Nullable Long expires,
        @Nullable Long issued,
        @Nullable Long notBefore,
        @Nullable String jti,
        @Nullable String tenant) {

    TokenClaims {
        audience = List.copyOf(audience);
    }
}
