package io.nextline.fhir;

import io.nextline.core.fhir.MedicationRequest;
import io.nextline.core.fhir.Period;
import io.nextline.core.fhir.ResourceHeader;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestDispenseRequestComponent;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads a {@link MedicationRequest}. */
final class MedicationRequestMapper extends ResourceMapper<org.hl7.fhir.r4.model.MedicationRequest> {

    MedicationRequestMapper() {
        super(
                org.hl7.fhir.r4.model.MedicationRequest.class,
                Set.of(
                        "status",
                        "medicationCodeableConcept",
                        "medicationReference",
                        "contained",
                        "subject",
                        "category",
                        "extension",
                        "modifierExtension",
                        "statusReason",
                        "intent",
                        "doNotPerform",
                        "reportedBoolean",
                        "reportedReference",
                        "supportingInformation",
                        "authoredOn",
                        "reasonCode",
                        "basedOn",
                        "dosageInstruction",
                        "dispenseRequest"));
    }

    @Override
    MedicationRequest record(org.hl7.fhir.r4.model.MedicationRequest request, ResourceHeader header, Elements in) {
        Dosages dosages = Dosages.of(
                request.hasDosageInstruction() ? request.getDosageInstruction() : List.of(), "dosageInstruction", in);
        return new MedicationRequest(
                header,
                in.text(request.hasStatusElement(), request::getStatusElement),
                Datatypes.listOf(Datatypes.concept(request.hasStatusReason(), request::getStatusReason)),
                in.text(request.hasIntentElement(), request::getIntentElement),
                in.flag(request.hasDoNotPerformElement(), request::getDoNotPerformElement, "doNotPerform"),
                reported(request.getReported(), in),
                MedicationContents.of(request, request.getMedication(), dosages, in),
                Datatypes.reference(request.hasSubject(), request::getSubject),
                in.date(request.hasAuthoredOnElement(), request::getAuthoredOnElement, "authoredOn"),
                dosages.timing(),
                request.hasDispenseRequest() ? validity(request.getDispenseRequest(), in) : null,
                Datatypes.concepts(request.hasCategory(), request::getCategory),
                Datatypes.concepts(request.hasReasonCode(), request::getReasonCode),
                Datatypes.references(request.hasBasedOn(), request::getBasedOn),
                Datatypes.references(request.hasSupportingInformation(), request::getSupportingInformation),
                Extensions.of(request, in));
    }

    // Somebody reported it, whoever it was.
    private static @Nullable Boolean reported(@Nullable Type reported, Elements in) {
        if (reported instanceof BooleanType flag) {
            return in.flag(flag, "reportedBoolean");
        }
        boolean named = reported instanceof org.hl7.fhir.r4.model.Reference by && Datatypes.reference(by) != null;
        return named ? Boolean.TRUE : null;
    }

    private static @Nullable Period validity(MedicationRequestDispenseRequestComponent dispense, Elements in) {
        Elements below = in.within("dispenseRequest");
        below.refuseModifiers(dispense);
        return dispense.hasValidityPeriod()
                ? Datatypes.period(dispense.getValidityPeriod(), "validityPeriod", below)
                : null;
    }
}
