/**
 * Sample patients as folders: a record, drafted orders, and the answer expected of them. Takes a folder tree, ours or a site's
 * own; returns for each folder and each of its variants every difference between the expected and the given answer.
 */
@NullMarked
package io.nextline.samples.patients;

import org.jspecify.annotations.NullMarked;
