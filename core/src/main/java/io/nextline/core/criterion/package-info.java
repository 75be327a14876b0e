/**
 * Questions put to the facts of a patient, each answered true, false or unknown with its reason. A statement of the evidence
 * base composes them by {@code allOf}, {@code anyOf} and {@code not}; no rule about a trial stands in Java.
 */
@NullMarked
package io.nextline.core.criterion;

import org.jspecify.annotations.NullMarked;
