package io.nextline.core.derive;

import io.nextline.core.fhir.Medication;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.Reference;
import io.nextline.core.vocabulary.MedicationResolver;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the Medication resources of the record by reference, whether relative, absolute or by full URL. */
final class MedicationIndex implements MedicationResolver {

    private final Map<String, Medication> byReference = new HashMap<>();

    MedicationIndex(PatientRecord record) {
        for (Medication medication : record.medications()) {
            if (medication.header().id() != null) {
                byReference.put(medication.header().reference(), medication);
            }
            if (medication.header().fullUrl() != null) {
                byReference.put(medication.header().fullUrl(), medication);
            }
        }
    }

    @Override
    public @Nullable Medication resolve(Reference reference) {
        String literal = reference.reference();
        if (literal == null) {
            return null;
        }
        Medication found = byReference.get(literal);
        String typeAndId = reference.typeAndId();
        return found != null || typeAndId == null ? found : byReference.get(typeAndId);
    }
}
