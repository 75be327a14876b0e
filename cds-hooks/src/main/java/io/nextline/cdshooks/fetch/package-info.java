/**
 * Reads from the client's FHIR server what a request did not bring along: answers to prefetch keys, further pages, and the
 * Medication resources that are only referred to. It goes nowhere but to the FHIR bases that the site lists for this client, with
 * the token of this call, within bounds on time, bytes, pages and searches. Takes a request as read and adds to its record; what
 * could not be read leaves its area of the record partial, so that a conclusion of absence becomes unknown.
 */
@NullMarked
package io.nextline.cdshooks.fetch;

import org.jspecify.annotations.NullMarked;
