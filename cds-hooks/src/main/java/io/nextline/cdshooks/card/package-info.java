/**
 * Cards: takes an {@link io.nextline.core.evidence.EvidenceReport} and the evidence base, gives the cards as CDS Hooks has them
 * and writes the response. A card tells why it is shown, what the trials found, how the patient compares with who was in them
 * and what is not known; every figure comes from a trial file, every fact from the report, and no text of the record is
 * repeated. The words inform and never direct.
 */
@NullMarked
package io.nextline.cdshooks.card;

import org.jspecify.annotations.NullMarked;
