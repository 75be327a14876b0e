/**
 * The configuration of the standalone service: a properties file in, typed records out. Every key stands in one of the sections,
 * with its kind, default and meaning; a file is checked as a whole, and all that is wrong with it is told at once.
 */
@NullMarked
package io.nextline.cdshooks.config;

import org.jspecify.annotations.NullMarked;
