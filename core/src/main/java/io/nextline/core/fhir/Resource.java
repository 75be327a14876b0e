package io.nextline.core.fhir;

import org.jspecify.annotations.Nullable;

/** One of the FHIR resources that Nextline reads. All are immutable. */
public sealed interface Resource
        permits Patient,
                Condition,
                MedicationUse,
                Medication,
                Observation,
                Procedure,
                ServiceRequest,
                DiagnosticReport,
                Encounter,
                Plan {

    /** Returns the type, the id and the version stamp. */
    ResourceHeader header();

    /** Returns whom the resource is about; null for a resource without a subject, such as a Patient or a Medication. */
    @Nullable Reference subject();
}
