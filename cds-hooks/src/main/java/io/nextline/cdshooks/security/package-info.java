/**
 * Who calls. What a client proves about itself is settled here, before its request is read; the rest of the service knows only
 * the {@link io.nextline.cdshooks.security.Caller}.
 */
@NullMarked
package io.nextline.cdshooks.security;

import org.jspecify.annotations.NullMarked;
