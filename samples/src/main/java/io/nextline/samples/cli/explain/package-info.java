/**
 * The story behind an answer: from an evidence report to facts with their sources, lines of therapy, the criterion tree of
 * each statement and the gaps, told for a terminal or as JSON.
 */
@NullMarked
package io.nextline.samples.cli.explain;

import org.jspecify.annotations.NullMarked;
