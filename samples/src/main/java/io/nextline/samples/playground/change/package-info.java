/**
 * Named changes of one fact of a record: they edit the entries that the fact was concluded from, as a person would in the chart, and
 * tell which. Takes a Bundle as a JSON tree, returns it changed.
 */
@NullMarked
package io.nextline.samples.playground.change;

import org.jspecify.annotations.NullMarked;
