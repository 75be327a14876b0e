package io.nextline.cdshooks.security.jwt;

import io.nextline.cdshooks.security.RefusalCause;
import org.jspecify.annotations.Nullable;

/** The rules for a token's claims, apart from its issuer's: audience, times, id. */
final class ClaimRules {

    private static final int MAX_JTI = 256;

    private final String externalBase;
    private final long skew;
    private final long maxLifetime;

    ClaimRules(AuthenticationSettings settings) {
        this.externalBase = settings.externalBase().toString();
        this.skew = settings.clockSkew().toSeconds();
        this.maxLifetime = settings.maxLifetime().toSeconds();
    }

    /**
     * What the later steps need of claims that keep the rules.
     *
     * @param jti the token's id
     * @param forgettable the second after which no clock within the skew takes the token any more
     */
    record Kept(String jti, long forgettable) {}

    /**
     * Checks the claims.
     *
     * @param path the endpoint called
     * @param now the time, in seconds since 1970
     * @throws RefusedException if they break a rule
     */
    Kept check(TokenClaims claims, String path, long now) throws RefusedException {
        if (!claims.audience().contains(externalBase + path)) {
            throw new RefusedException(RefusalCause.AUDIENCE_MISMATCH);
        }
        long expires = present(claims.expires());
        times(claims, expires, present(claims.issued()), now);
        String jti = present(claims.jti());
        if (jti.isEmpty()) {
            throw new RefusedException(RefusalCause.CLAIM_MISSING);
        }
        if (jti.length() > MAX_JTI) {
            throw new RefusedException(RefusalCause.TOKEN_MALFORMED);
        }
        return new Kept(jti, expires + skew);
    }

    private void times(TokenClaims claims, long expires, long issued, long now) throws RefusedException {
        if (now >= expires + skew) {
            throw new RefusedException(RefusalCause.EXPIRED);
        }
        if (issued > now + skew) {
            throw new RefusedException(RefusalCause.ISSUED_IN_FUTURE);
        }
        if (claims.notBefore() != null && claims.notBefore() > now + skew) {
            throw new RefusedException(RefusalCause.NOT_YET_VALID);
        }
        if (expires <= issued || expires - issued > maxLifetime) {
            throw new RefusedException(RefusalCause.LIFETIME_NOT_ALLOWED);
        }
    }

    private static <T> T present(@Nullable T claim) throws RefusedException {
        if (claim == null) {
            throw new RefusedException(RefusalCause.CLAIM_MISSING);
        }
        return claim;
    }
}
