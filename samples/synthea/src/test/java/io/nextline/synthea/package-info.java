/** A cohort of invented patients from Synthea: runs modules of our own, and returns each record with the course that the module took. */
package io.nextline.synthea;
