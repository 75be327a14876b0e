package io.nextline.cdshooks.card;

import org.jspecify.annotations.Nullable;

/**
 * An Observation that is to be made: it says what to observe, of whom, and that there is no value yet. It has no place for a
 * value, so it can never state what nobody has observed.
 *
 * @param kind what is to be observed
 * @param subject the patient, as {@code Patient/id}
 * @param focus the cancer, as {@code Condition/id}, or null where the record does not name one condition
 */
public record ObservationDraft(
        Kind kind, String subject, @Nullable String focus) {

    /**
     * What can be asked for, in the terms of mCODE (HL7/fhir-mCODE-ig, input/fsh: SD_PerformanceStatus, SD_DiseaseStatus,
     * SD_Staging). Its profiles ask for status, code and subject, for the category survey with a performance status, and for no
     * value.
     */
    public enum Kind {
        /** ECOG performance status. It is about the patient, not about a cancer. */
        ECOG("mcode-ecog-performance-status", "http://loinc.org", "89247-1", "ECOG Performance Status score"),
        /** Whether the cancer is stable, worse or better. */
        DISEASE_STATUS("mcode-cancer-disease-status", "http://loinc.org", "97509-4", "Cancer Disease Progression"),
        /** TNM stage group. */
        STAGE("mcode-cancer-stage-group", "http://snomed.info/sct", "399390009", "TNM stage grouping");

        private static final String PROFILES = "http://hl7.org/fhir/us/mcode/StructureDefinition/";

        private final String profile;
        private final String system;
        private final String code;
        private final String display;

        Kind(String profile, String system, String code, String display) {
            this.profile = profile;
            this.system = system;
            this.code = code;
            this.display = display;
        }

        String profile() {
            return PROFILES + profile;
        }

        String system() {
            return system;
        }

        String code() {
            return code;
        }

        String display() {
            return display;
        }

        boolean isSurvey() {
            return this == ECOG;
        }
    }
}
