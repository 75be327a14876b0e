/**
 * Clinical reasoning: takes a patient record, an evidence base and a date, and returns an evidence report. Pure
 * functions and immutable values only: no clock, no network, no framework.
 */
@NullMarked
package io.nextline.core;

import org.jspecify.annotations.NullMarked;
