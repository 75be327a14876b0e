/**
 * Nextline's service and one on HAPI's CDS Hooks server, side by side: takes the bodies of the benchmarks and returns what an answer
 * costs each of the two, in one run.
 */
@NullMarked
package io.nextline.sidebyside;

import org.jspecify.annotations.NullMarked;
