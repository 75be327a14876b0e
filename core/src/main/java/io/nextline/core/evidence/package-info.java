/**
 * The evidence base as loaded from its data files, and what it says about one patient: every statement with its truth, the
 * gaps ranked by what they would decide, and which statements belong on a card.
 */
@NullMarked
package io.nextline.core.evidence;

import org.jspecify.annotations.NullMarked;
