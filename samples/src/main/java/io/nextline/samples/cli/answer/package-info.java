/**
 * The answer to a question: the CDS Hooks response as the service gives it, and the same cards for a terminal.
 */
@NullMarked
package io.nextline.samples.cli.answer;

import org.jspecify.annotations.NullMarked;
