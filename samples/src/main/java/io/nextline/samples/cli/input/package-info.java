/**
 * From the files that a user names, or the bundled sample patients, to a question: one patient's record and drafted orders,
 * on one day. What cannot be read ends in an exception whose message names the file, the problem and the remedy.
 */
@NullMarked
package io.nextline.samples.cli.input;

import org.jspecify.annotations.NullMarked;
