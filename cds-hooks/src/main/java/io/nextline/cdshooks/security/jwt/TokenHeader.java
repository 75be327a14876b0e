package io.nextline.cdshooks.security.jwt;

import org.jspecify.annotations.Nullable;

/**
 * What counts of a token's header. Keys and addresses in it ({@code jwk}, {@code jku}, {@code x5c}, {@code x5u}) do not.
 *
 * @param type {@code typ}
 * @param algorithm {@code alg}
 * @param kid {@code kid}
 * @param critical whether it asks for processing that the reader must understand: {@code crit} or {@code b64}
 */
record TokenHeader(
        @Nullable String type,
        @Nullable String algorithm,
        @Nullable String kid,
        boolean critical) {}
