/**
 * Published trials as data: who was in them, what their arms received, what they found and where that is written. Takes the
 * JSON files of the evidence base, gives {@link io.nextline.core.trial.Trial} records that hold their own invariants, or every
 * problem of every file at once. Also turns references to figures into text, so that texts need no numbers of their own.
 * Depends on nothing but the JDK, Jackson and JSpecify.
 */
@NullMarked
package io.nextline.core.trial;

import org.jspecify.annotations.NullMarked;
