/** Results as JUnit XML, the form that continuous integration servers read. Takes cases, returns a document. */
@NullMarked
package io.nextline.samples.junit;

import org.jspecify.annotations.NullMarked;
