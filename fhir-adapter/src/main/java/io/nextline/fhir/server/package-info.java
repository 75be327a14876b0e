/**
 * The plugin for HAPI FHIR servers: the {@code $evidence} operation on patients, and the CDS Hooks services in the same server. Takes
 * HAPI's requests and answers with FHIR or with CDS Hooks cards. Data are read through the server itself, as the caller would read
 * them, so that its interceptors decide what may be seen. The one package that knows HAPI's server and {@code cds-hooks}, both of
 * which are optional dependencies.
 */
@NullMarked
package io.nextline.fhir.server;

import org.jspecify.annotations.NullMarked;
