/** Tests of the feedback package. */
@NullMarked
package io.nextline.cdshooks.feedback;

import org.jspecify.annotations.NullMarked;
