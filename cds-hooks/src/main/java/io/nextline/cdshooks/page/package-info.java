/**
 * Pages: plain functions from the evidence base, or from one patient's story, to HTML. Takes trials and statements, gives whole
 * documents that need no script; every figure comes from a trial file. The templates in {@code src/main/jte} become classes of
 * this package when it is built and escape whatever they are given.
 */
@NullMarked
package io.nextline.cdshooks.page;

import org.jspecify.annotations.NullMarked;
