/**
 * The check of an evidence folder: JSON Schemas first, then what the loader itself demands. Takes a folder, returns every
 * problem with its file and its path in the file.
 */
@NullMarked
package io.nextline.samples.cli.lint;

import org.jspecify.annotations.NullMarked;
