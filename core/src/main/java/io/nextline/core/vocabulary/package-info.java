/**
 * The vocabulary: from codes and wording, as records carry them, to the concepts that the conclusions are written in: drugs and
 * their classes, cancers, histologies, sites, procedures, observations, statuses, stages. Every code, name and text pattern is
 * data ({@code io/nextline/evidence/vocabulary/}); the classes here only look things up. {@link Vocabulary} is the entry. Codes
 * decide first; words are read only where codes do not settle the question. Everything is immutable and safe for any thread.
 */
@NullMarked
package io.nextline.core.vocabulary;

import org.jspecify.annotations.NullMarked;
