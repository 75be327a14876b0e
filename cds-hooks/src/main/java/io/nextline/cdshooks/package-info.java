/**
 * The CDS Hooks services: a request is read, what is required is demanded, core is asked for the evidence that applies, and the
 * answer is written as cards. Nothing here knows HTTP; the package {@code http} binds it.
 */
@NullMarked
package io.nextline.cdshooks;

import org.jspecify.annotations.NullMarked;
