/** Tests of the package. */
@NullMarked
package io.nextline.cdshooks.operation.audit;

import org.jspecify.annotations.NullMarked;
