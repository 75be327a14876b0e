package io.nextline.fhir;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.MedicationDispense;
import io.nextline.core.fhir.ResourceHeader;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads a {@link MedicationDispense}. */
final class MedicationDispenseMapper extends ResourceMapper<org.hl7.fhir.r4.model.MedicationDispense> {

    MedicationDispenseMapper() {
        super(
                org.hl7.fhir.r4.model.MedicationDispense.class,
                Set.of(
                        "status",
                        "medicationCodeableConcept",
                        "medicationReference",
                        "contained",
                        "subject",
                        "category",
                        "extension",
                        "modifierExtension",
                        "statusReasonCodeableConcept",
                        "whenPrepared",
                        "whenHandedOver",
                        "dosageInstruction"));
    }

    @Override
    MedicationDispense record(org.hl7.fhir.r4.model.MedicationDispense dispense, ResourceHeader header, Elements in) {
        Dosages dosages = Dosages.of(
                dispense.hasDosageInstruction() ? dispense.getDosageInstruction() : List.of(), "dosageInstruction", in);
        FhirDate prepared =
                in.date(dispense.hasWhenPreparedElement(), dispense::getWhenPreparedElement, "whenPrepared");
        FhirDate handedOver =
                in.date(dispense.hasWhenHandedOverElement(), dispense::getWhenHandedOverElement, "whenHandedOver");
        return new MedicationDispense(
                header,
                in.text(dispense.hasStatusElement(), dispense::getStatusElement),
                Datatypes.listOf(reason(dispense.getStatusReason())),
                MedicationContents.of(dispense, dispense.getMedication(), dosages, in),
                Datatypes.reference(dispense.hasSubject(), dispense::getSubject),
                Datatypes.moment(handedOver == null ? prepared : handedOver),
                Datatypes.listOf(Datatypes.concept(dispense.hasCategory(), dispense::getCategory)),
                Extensions.of(dispense, in));
    }

    private static @Nullable CodeableConcept reason(@Nullable Type reason) {
        return reason instanceof org.hl7.fhir.r4.model.CodeableConcept concept ? Datatypes.concept(concept) : null;
    }
}
