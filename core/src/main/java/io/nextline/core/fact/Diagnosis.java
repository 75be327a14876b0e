package io.nextline.core.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which cancer it is.
 *
 * @param type the type if the record settles it; unknown when the type of a cancer is not determined or two primaries compete
 * @param histology the histology id of the cancer; unknown when it is not stated or contradictory
 * @param diagnosed the earliest dated diagnosis of this cancer, or null
 * @param cancerRecorded whether any cancer diagnosis stands in the record, whatever its type
 */
public record Diagnosis(
        Finding<DiagnosisType> type,
        Finding<String> histology,
        io.nextline.core.fhir.@Nullable FhirDate diagnosed,
        boolean cancerRecorded) {

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
