/**
 * Client authentication as CDS Hooks describes it: a JSON Web Token that the client signs for each call. The flow is one way:
 * {@code Authorization} header, token as text, its header and claims within bounds, the claims against the settings, the signature
 * against the issuer's key, the id against those seen. {@link io.nextline.cdshooks.security.jwt.JwtGate} is the entry,
 * {@link io.nextline.cdshooks.security.jwt.AuthenticationSettings} what an installation decides.
 */
@NullMarked
package io.nextline.cdshooks.security.jwt;

import org.jspecify.annotations.NullMarked;
