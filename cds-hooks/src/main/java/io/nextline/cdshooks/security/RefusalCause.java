package io.nextline.cdshooks.security;

/** Why a call was refused: for the log alone, since a client that is told the cause can probe for the next one. */
public enum RefusalCause {
    /** No {@code Authorization} header. */
    NO_CREDENTIALS,
    /** More than one {@code Authorization} header. */
    SEVERAL_CREDENTIALS,
    /** Another scheme than {@code Bearer}, or none. */
    NOT_BEARER,
    /** Longer than any token needs to be. */
    TOKEN_TOO_LONG,
    /** Not three parts of base64url with JSON objects of the expected form. */
    TOKEN_MALFORMED,
    /** The header's {@code typ} is not {@code JWT}. */
    TYPE_NOT_JWT,
    /** The header's {@code alg} is missing, symmetric, {@code none}, or not among the allowed ones. */
    ALGORITHM_NOT_ALLOWED,
    /** The header has no {@code kid}. */
    KEY_ID_MISSING,
    /** The header has {@code crit} or {@code b64}: it asks for processing that is not done here. */
    CRITICAL_EXTENSION,
    /** {@code iss} is not exactly one of the configured issuers. */
    ISSUER_UNKNOWN,
    /** {@code aud} does not name this endpoint. */
    AUDIENCE_MISMATCH,
    /** One of {@code exp}, {@code iat} and {@code jti} is missing. */
    CLAIM_MISSING,
    /** {@code exp} is past. */
    EXPIRED,
    /** {@code iat} is in the future. */
    ISSUED_IN_FUTURE,
    /** {@code nbf} is in the future. */
    NOT_YET_VALID,
    /** {@code exp} is too far from {@code iat}, or not after it. */
    LIFETIME_NOT_ALLOWED,
    /** {@code tenant} is not one of the issuer's. */
    TENANT_UNKNOWN,
    /** The issuer has no key of this {@code kid}. */
    KEY_UNKNOWN,
    /** The issuer's key of this {@code kid} is not for this algorithm. */
    KEY_NOT_FOR_ALGORITHM,
    /** The signature is not the key's. */
    SIGNATURE_INVALID,
    /** The issuer is bound to a TLS client certificate, and none was shown. */
    CERTIFICATE_MISSING,
    /** The TLS client certificate is not the issuer's. */
    CERTIFICATE_NOT_ISSUERS,
    /** {@code jti} was used before. */
    TOKEN_REPLAYED,
    /** The servlet container has not authenticated the client. */
    NOT_AUTHENTICATED_BY_CONTAINER,
    /** The servlet container's name for the client is none of the configured ones. */
    PRINCIPAL_UNKNOWN,
    /** A development server was called from elsewhere. */
    NOT_THIS_MACHINE,
    /** The issuer's keys cannot be had, and what is held of them is too old. */
    KEYS_UNAVAILABLE,
    /** The store of used tokens is full. */
    REPLAY_STORE_FULL,
    /** The store of used tokens cannot be reached. */
    REPLAY_STORE_UNREACHABLE;

    /** Returns whether the service, not the client, is at fault: the client may try again later. */
    public boolean isUnavailable() {
        return switch (this) {
            case KEYS_UNAVAILABLE, REPLAY_STORE_FULL, REPLAY_STORE_UNREACHABLE -> true;
            default -> false;
        };
    }
}
