package io.nextline.core.fact;

import io.nextline.core.fhir.FhirDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cancer it is.
 *
 * @param type the type if the record settles it; unknown when the type of a cancer is not determined or two primaries compete
 * @param possible the types that it may be: one when it is known, those still in question when it is open
 * @param histology the histology id of the cancer; unknown when it is not stated or contradictory
 * @param diagnosed the earliest dated diagnosis of this cancer, or null
 * @param cancerRecorded whether any cancer diagnosis stands in the record, whatever its type
 */
public record Diagnosis(
        Finding<DiagnosisType> type,
        Set<DiagnosisType> possible,
        Finding<String> histology,
        @Nullable FhirDate diagnosed,
        boolean cancerRecorded) {

    /** Copies the possible types. */
    public Diagnosis {
        possible = Set.copyOf(possible);
    }

    /** Creates a diagnosis of which nothing but its type, if known, narrows the types that it may be. */
    public Diagnosis(
            Finding<DiagnosisType> type,
            Finding<String> histology,
            @Nullable FhirDate diagnosed,
            boolean cancerRecorded) {
        this(
                type,
                type.fold(known -> Set.of(known.value()), open -> Set.of(DiagnosisType.values())),
                histology,
                diagnosed,
                cancerRecorded);
    }

    /** Returns the published type: an undetermined type is published as {@code other}. */
    public DiagnosisType publishedType() {
        DiagnosisType known = type.orNull();
        return known == null ? DiagnosisType.OTHER : known;
    }

    /** Returns whether the cancer is known to be of this type. */
    public boolean is(DiagnosisType wanted) {
        return wanted == type.orNull();
    }

    /** Returns the entries behind the type. */
    public List<Provenance> provenance() {
        return type.fold(Finding.Known::provenance, unknown -> List.of());
    }
}
