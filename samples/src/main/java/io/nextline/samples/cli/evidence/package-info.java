/**
 * The evidence base for the terminal: lists and detail pages of trials and statements, and statements as JSON. Takes what
 * the base holds, returns lines; every figure is shown as the trial's file has it.
 */
@NullMarked
package io.nextline.samples.cli.evidence;

import org.jspecify.annotations.NullMarked;
