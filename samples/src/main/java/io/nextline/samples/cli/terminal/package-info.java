/**
 * Text for a terminal: styled words, wrapped paragraphs, aligned tables and the Markdown subset that cards use. Takes
 * content and a width in columns, returns lines; knows nothing of patients or evidence.
 */
@NullMarked
package io.nextline.samples.cli.terminal;

import org.jspecify.annotations.NullMarked;
