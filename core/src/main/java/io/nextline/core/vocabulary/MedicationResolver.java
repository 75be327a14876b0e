package io.nextline.core.vocabulary;

import io.nextline.core.fhir.Medication;
import io.nextline.core.fhir.Reference;
import org.jspecify.annotations.Nullable;

/** Finds the Medication that a reference means among the resources of the record. Contained ones are looked up before. */
@FunctionalInterface
public interface MedicationResolver {

    /** Knows no Medication. */
    MedicationResolver NONE = reference -> null;

    /** Returns the Medication, or null if the record does not hold it. */
    @Nullable Medication resolve(Reference reference);
}
