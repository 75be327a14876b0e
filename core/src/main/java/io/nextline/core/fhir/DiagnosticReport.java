package io.nextline.core.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * FHIR DiagnosticReport: its coded conclusions and its conclusion in words.
 *
 * @param header type, id, version stamp
 * @param status registered, partial, preliminary, final, amended, corrected, cancelled, entered-in-error and so on; or null
 * @param category as sent
 * @param code what kind of report, or null
 * @param subject whose it is, or null
 * @param effective when the study was made, or null
 * @param conclusion the conclusion in words, or null
 * @param conclusionCode the coded conclusions
 */
public record DiagnosticReport(
        ResourceHeader header,
        @Nullable String status,
        List<CodeableConcept> category,
        @Nullable CodeableConcept code,
        @Nullable Reference subject,
        @Nullable Period effective,
        @Nullable String conclusion,
        List<CodeableConcept> conclusionCode)
        implements Resource {

    /** Copies the lists. */
    public DiagnosticReport {
        category = List.copyOf(category);
        conclusionCode = List.copyOf(conclusionCode);
    }
}
