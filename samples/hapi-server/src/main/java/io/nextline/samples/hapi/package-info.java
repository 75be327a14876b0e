/**
 * A HAPI FHIR server as a hospital may have one, with resources in memory and the plugin: {@code $evidence} on its patients, and the
 * CDS Hooks services that read from it. Takes a port, serves the sample patients on this machine only.
 */
@NullMarked
package io.nextline.samples.hapi;

import org.jspecify.annotations.NullMarked;
