package io.nextline.core.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code medication[x]} with everything in the same resource that may name the drug.
 *
 * @param concept {@code medicationCodeableConcept} (R5: {@code medication.concept}), or null
 * @param reference {@code medicationReference} (R5: {@code medication.reference}), or null
 * @param contained the Medication resources contained in this resource
 * @param dosageText the dosage instructions in words, R5's rendered instruction last
 * @param route the routes stated
 */
public record MedicationContent(
        @Nullable CodeableConcept concept,
        @Nullable Reference reference,
        List<Medication> contained,
        List<String> dosageText,
        List<CodeableConcept> route) {

    /** Copies the lists. */
    public MedicationContent {
        contained = List.copyOf(contained);
        dosageText = List.copyOf(dosageText);
        route = List.copyOf(route);
    }
}
