/**
 * The playground of {@code serve --dev}: an EHR in miniature on this machine. Its page calls the CDS Hooks endpoints of the same server
 * as any client does; what is served here is the page itself, the sample patients, and what only the engine can tell: criterion
 * trees with their entries, and what becomes of a record when a fact changes. Nothing of it is loaded before it is asked for.
 */
@NullMarked
package io.nextline.samples.playground;

import org.jspecify.annotations.NullMarked;
