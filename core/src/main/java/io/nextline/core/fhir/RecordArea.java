package io.nextline.core.fhir;

import org.jspecify.annotations.Nullable;

/** The parts of a record whose completeness matters: an absence may be concluded only in an area that was read whole. */
public enum RecordArea {
    /** The Patient resource. */
    PATIENT,
    /** Condition. */
    CONDITIONS,
    /**
     * MedicationRequest, MedicationAdministration, MedicationStatement, MedicationDispense and Medication; MedicationOrder, as
     * DSTU2 had it, is not read but is known to be missing here.
     */
    MEDICATIONS,
    /** Observation and DiagnosticReport. */
    OBSERVATIONS,
    /** Procedure. */
    PROCEDURES;

    /** Returns the area of a FHIR resource type, or null for a type that Nextline does not read. */
    public static @Nullable RecordArea of(String resourceType) {
        return switch (resourceType) {
            case "Patient" -> PATIENT;
            case "Condition" -> CONDITIONS;
            case "MedicationRequest",
                    "MedicationAdministration",
                    "MedicationStatement",
                    "MedicationUsage",
                    "MedicationOrder",
                    "MedicationDispense",
                    "Medication" -> MEDICATIONS;
            case "Observation", "DiagnosticReport" -> OBSERVATIONS;
            case "Procedure" -> PROCEDURES;
            default -> null;
        };
    }
}
