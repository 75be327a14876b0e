/**
 * Holds the README to the truth: the code that it shows is the code here, its commands run, and what it quotes of an answer is
 * what Nextline answers.
 */
@NullMarked
package io.nextline.samples.readme;

import org.jspecify.annotations.NullMarked;
