/**
 * What the service promises under load, as commands: takes a service in a process of its own and returns a table of what was
 * measured, with each promise kept or broken.
 */
@NullMarked
package io.nextline.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;
