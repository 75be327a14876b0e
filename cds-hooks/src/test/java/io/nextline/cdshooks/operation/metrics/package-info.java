/** Tests of the package. */
@NullMarked
package io.nextline.cdshooks.operation.metrics;

import org.jspecify.annotations.NullMarked;
