/**
 * Holds the engine to the bundled sample patients: each folder's expectations, derived by hand, and what no reordering,
 * repetition, retraction, rewording or loss of data may do to an answer.
 */
package io.nextline.samples.patients;
