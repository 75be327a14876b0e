/**
 * The {@code nextline} command line: takes files and arguments, and prints cards, explanations and the evidence base.
 */
@NullMarked
package io.nextline.samples;

import org.jspecify.annotations.NullMarked;
