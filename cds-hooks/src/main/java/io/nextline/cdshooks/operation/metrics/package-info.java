/**
 * Calls as metrics through Micrometer, which is an optional dependency: nothing outside this package needs it, and nothing of it
 * is loaded where no metrics are asked for. Labels come from closed lists of our own only.
 */
@NullMarked
package io.nextline.cdshooks.operation.metrics;

import org.jspecify.annotations.NullMarked;
