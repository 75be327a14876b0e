/**
 * The keys that clients sign with. A {@link io.nextline.cdshooks.security.key.KeySource} of the configuration, a file or an https
 * endpoint, becomes a {@link io.nextline.cdshooks.security.key.CachedKeys}: read, checked, kept, and read again when a key is not
 * among them. Nothing here ever follows an address that a token names.
 */
@NullMarked
package io.nextline.cdshooks.security.key;

import org.jspecify.annotations.NullMarked;
