/**
 * The safety file: which hazards Nextline knows, what it does about them, and which tests show it. Tests say by a tag which hazard
 * they stand for; from these and {@code hazards.json} comes {@code samples/SAFETY.md}.
 */
@NullMarked
package io.nextline.samples.safety;

import org.jspecify.annotations.NullMarked;
