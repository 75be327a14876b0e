/**
 * What the services ask the client to send along: the prefetch keys with their templates, and in which of its states each
 * answer came. A query that could not be answered weakens what is concluded; only an answer without which nothing can be said
 * at all is demanded.
 */
@NullMarked
package io.nextline.cdshooks.prefetch;

import org.jspecify.annotations.NullMarked;
