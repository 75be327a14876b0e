package io.nextline.core.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * FHIR MedicationRequest: an order, a plan or a reported medication, told apart by intent, status and {@code reported}.
 *
 * @param header type, id, version stamp
 * @param status active, on-hold, cancelled, completed, entered-in-error, stopped, draft, unknown; or null
 * @param statusReason why it was stopped or held
 * @param intent proposal, plan, order, original-order, reflex-order, filler-order, instance-order, option; or null
 * @param doNotPerform true for an order not to give, or null
 * @param reported true when it was reported rather than prescribed (boolean or reference), or null
 * @param content what the drug is
 * @param subject whose it is, or null
 * @param authoredOn when it was ordered, or null
 * @param timing the first {@code dosageInstruction.timing.repeat.boundsPeriod}, else from the first to the last
 *     {@code timing.event}, else R5's {@code effectiveDosePeriod}, or null
 * @param validityPeriod {@code dispenseRequest.validityPeriod}, or null
 * @param category inpatient, outpatient, community and local ones
 * @param reasonCode why it was ordered
 * @param basedOn what it fulfils
 * @param supportingInformation what it rests on, for example a ResearchStudy
 * @param extension extensions with readable values
 */
public record MedicationRequest(
        ResourceHeader header,
        @Nullable String status,
        List<CodeableConcept> statusReason,
        @Nullable String intent,
        @Nullable Boolean doNotPerform,
        @Nullable Boolean reported,
        MedicationContent content,
        @Nullable Reference subject,
        @Nullable FhirDate authoredOn,
        @Nullable Period timing,
        @Nullable Period validityPeriod,
        List<CodeableConcept> category,
        List<CodeableConcept> reasonCode,
        List<Reference> basedOn,
        List<Reference> supportingInformation,
        List<Extension> extension)
        implements MedicationUse {

    /** Copies the lists. */
    public MedicationRequest {
        statusReason = List.copyOf(statusReason);
        category = List.copyOf(category);
        reasonCode = List.copyOf(reasonCode);
        basedOn = List.copyOf(basedOn);
        supportingInformation = List.copyOf(supportingInformation);
        extension = List.copyOf(extension);
    }

    /** Returns the timing, else the validity period, else the day of the order, else null. */
    @Override
    public @Nullable Period occurrence() {
        if (timing != null) {
            return timing;
        }
        if (validityPeriod != null) {
            return validityPeriod;
        }
        return authoredOn == null ? null : new Period(authoredOn, null);
    }
}
