package io.nextline.core.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource that says that a drug was planned, ordered, dispensed, given or taken. Which of them it is, and its status,
 * decide whether it counts as given.
 */
public sealed interface MedicationUse extends Resource
        permits MedicationRequest, MedicationAdministration, MedicationStatement, MedicationDispense {

    /** Returns the status code as sent, or null. */
    @Nullable String status();

    /** Returns why the status is what it is: stop reasons stand here; empty if not stated. */
    List<CodeableConcept> statusReason();

    /** Returns what the drug is and the text around it. */
    MedicationContent content();

    /** Returns when it was ordered, dispensed, given or taken; null if not stated. */
    @Nullable Period occurrence();

    /** Returns why it is used (reasonCode, and in R5 {@code reason.concept}). */
    List<CodeableConcept> reasonCode();

    /** Returns the categories as sent. */
    List<CodeableConcept> category();

    /** Returns the extensions with readable values. */
    List<Extension> extension();
}
