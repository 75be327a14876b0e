package io.nextline.core.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * FHIR Condition: a diagnosis, a problem, a metastasis.
 *
 * @param header type, id, version stamp
 * @param clinicalStatus active, recurrence, relapse, inactive, remission, resolved; or null
 * @param verificationStatus confirmed, provisional, refuted, entered-in-error and so on; or null
 * @param category problem-list-item, encounter-diagnosis and others
 * @param code what the condition is, or null
 * @param bodySite where it is
 * @param subject whose it is, or null
 * @param onset when it began (dateTime or Period), or null
 * @param abatement when it ended (dateTime or Period), or null
 * @param recordedDate when it was entered, or null
 * @param stage the stages stated on the condition itself
 * @param extension extensions with readable values, for example histology or the related primary cancer
 */
public record Condition(
        ResourceHeader header,
        @Nullable CodeableConcept clinicalStatus,
        @Nullable CodeableConcept verificationStatus,
        List<CodeableConcept> category,
        @Nullable CodeableConcept code,
        List<CodeableConcept> bodySite,
        @Nullable Reference subject,
        @Nullable Period onset,
        @Nullable Period abatement,
        @Nullable FhirDate recordedDate,
        List<Stage> stage,
        List<Extension> extension)
        implements Resource {

    /** Copies the lists. */
    public Condition {
        category = List.copyOf(category);
        bodySite = List.copyOf(bodySite);
        stage = List.copyOf(stage);
        extension = List.copyOf(extension);
    }

    /** Returns the same with other dates of its beginning and end. */
    public Condition withCourse(@Nullable Period newOnset, @Nullable Period newAbatement) {
        return new Condition(
                header,
                clinicalStatus,
                verificationStatus,
                category,
                code,
                bodySite,
                subject,
                newOnset,
                newAbatement,
                recordedDate,
                stage,
                extension);
    }

    /**
     * {@code Condition.stage}.
     *
     * @param summary the stage itself, or null
     * @param type the kind of staging, or null
     * @param assessment the Observations that it rests on
     */
    public record Stage(
            @Nullable CodeableConcept summary, @Nullable CodeableConcept type, List<Reference> assessment) {

        /** Copies the references. */
        public Stage {
            assessment = List.copyOf(assessment);
        }
    }
}
