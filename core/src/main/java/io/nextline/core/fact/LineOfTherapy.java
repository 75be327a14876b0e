package io.nextline.core.fact;

import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.Drug;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of systemic anticancer therapy.
 *
 * @param ordinal 1, 2, … for advanced disease; 0 for a line in a curative setting; null if the setting is not known, or if dates leave
 *     open which line it is: then {@code counting} holds the range
 * @param setting what it was meant for
 * @param regimen its drugs, sorted by name, never empty
 * @param start the date of the first dose or order, or null if undated
 * @param end the date of the last dose known, or null while it goes on or if undated
 * @param endReason why it ended
 * @param progression whether the cancer progressed on or after it, before the next line
 * @param counting which line it may be, and the rules that opened, kept and ended it
 * @param provenance the entries it was counted from
 */
public record LineOfTherapy(
        @Nullable Integer ordinal,
        TreatmentSetting setting,
        List<Drug> regimen,
        @Nullable FhirDate start,
        @Nullable FhirDate end,
        EndReason endReason,
        Finding<Progression> progression,
        LineCounting counting,
        List<Provenance> provenance) {

    /** Copies the lists. */
    public LineOfTherapy {
        regimen = List.copyOf(regimen);
        provenance = List.copyOf(provenance);
        if (regimen.isEmpty()) {
            throw new IllegalArgumentException("a line of therapy needs at least one drug");
        }
    }

    /** Returns whether the regimen holds a drug of this class, or the drug of this name. */
    public boolean has(String drugOrClass) {
        for (Drug drug : regimen) {
            if (drug.isA(drugOrClass)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the rules that opened, kept and ended the line, in words. */
    public String rule() {
        return counting.words();
    }

    /** Returns whether the line is for advanced disease. */
    public boolean isAdvanced() {
        return setting == TreatmentSetting.ADVANCED;
    }

    /** Returns whether the cancer is known to have progressed on or after this line, stated or inferred. */
    public boolean hasProgressed() {
        Progression known = progression.orNull();
        return known != null && known.isProgression();
    }
}
