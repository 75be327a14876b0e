/**
 * Who calls. What a client proves about itself is settled here, before its request is read; the rest of the service knows only
 * the {@link io.nextline.cdshooks.security.Caller}. A {@link io.nextline.cdshooks.security.ClientGate} takes what a call shows of its
 * client and gives an {@link io.nextline.cdshooks.security.Admission}: signed tokens in {@code jwt}, the keys that they are
 * checked with in {@code key}.
 */
@NullMarked
package io.nextline.cdshooks.security;

import org.jspecify.annotations.NullMarked;
