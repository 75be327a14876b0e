package io.nextline.core.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * FHIR Observation: a laboratory value, a score, a stage, a disease status, a biomarker.
 *
 * @param header type, id, version stamp
 * @param status registered, preliminary, final, amended, corrected, cancelled, entered-in-error, unknown; or null
 * @param category laboratory, exam and others
 * @param code what was observed, or null
 * @param subject whose it is, or null
 * @param focus what it is about if not the subject, for example the cancer
 * @param effective when it held, or null
 * @param value the value, or null when none was sent
 * @param dataAbsentReason why there is no value, or null
 * @param interpretation high, low, positive and others
 * @param bodySite where, or null
 * @param method how, for example RECIST, or null
 * @param referenceRange the laboratory's own limits
 * @param component parts with their own code and value
 * @param note remarks in words
 */
public record Observation(
        ResourceHeader header,
        @Nullable String status,
        List<CodeableConcept> category,
        @Nullable CodeableConcept code,
        @Nullable Reference subject,
        List<Reference> focus,
        @Nullable Period effective,
        @Nullable ObservationValue value,
        @Nullable CodeableConcept dataAbsentReason,
        List<CodeableConcept> interpretation,
        @Nullable CodeableConcept bodySite,
        @Nullable CodeableConcept method,
        List<ReferenceRange> referenceRange,
        List<Component> component,
        List<String> note)
        implements Resource {

    /** Copies the lists. */
    public Observation {
        category = List.copyOf(category);
        focus = List.copyOf(focus);
        interpretation = List.copyOf(interpretation);
        referenceRange = List.copyOf(referenceRange);
        component = List.copyOf(component);
        note = List.copyOf(note);
    }

    /**
     * {@code Observation.referenceRange}.
     *
     * @param low the lower limit, or null
     * @param high the upper limit, or null
     * @param text the limits in words, or null
     */
    public record ReferenceRange(
            @Nullable Quantity low,
            @Nullable Quantity high,
            @Nullable String text) {}

    /**
     * {@code Observation.component}.
     *
     * @param code what the part is, or null
     * @param value its value, or null
     * @param interpretation high, low and others
     * @param referenceRange its limits
     */
    public record Component(
            @Nullable CodeableConcept code,
            @Nullable ObservationValue value,
            List<CodeableConcept> interpretation,
            List<ReferenceRange> referenceRange) {

        /** Copies the lists. */
        public Component {
            interpretation = List.copyOf(interpretation);
            referenceRange = List.copyOf(referenceRange);
        }
    }
}
