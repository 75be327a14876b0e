/**
 * The {@code nextline} command line: one small class per command, shared options, and the reading of the files that a user
 * names. Commands write their answer to standard output, everything else to standard error, and end with one of the
 * {@link ExitCode}s.
 */
@NullMarked
package io.nextline.samples.cli;

import org.jspecify.annotations.NullMarked;
