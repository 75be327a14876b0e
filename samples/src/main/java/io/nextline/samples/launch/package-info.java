/** Prepares the quick start of the runnable jar: a rehearsal of the service from which the build makes a class-data archive. */
@NullMarked
package io.nextline.samples.launch;

import org.jspecify.annotations.NullMarked;
