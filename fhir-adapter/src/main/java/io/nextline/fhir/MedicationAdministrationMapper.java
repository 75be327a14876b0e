package io.nextline.fhir;

import io.nextline.core.fhir.MedicationAdministration;
import io.nextline.core.fhir.ResourceHeader;
import java.util.Set;

/** Reads a {@link MedicationAdministration}. */
final class MedicationAdministrationMapper extends ResourceMapper<org.hl7.fhir.r4.model.MedicationAdministration> {

    MedicationAdministrationMapper() {
        super(
                org.hl7.fhir.r4.model.MedicationAdministration.class,
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
                        "reasonCode",
                        "effectiveDateTime",
                        "effectivePeriod",
                        "dosage"));
    }

    @Override
    MedicationAdministration record(
            org.hl7.fhir.r4.model.MedicationAdministration given, ResourceHeader header, Elements in) {
        Dosages dosages = given.hasDosage() ? Dosages.of(given.getDosage(), in) : Dosages.NONE;
        return new MedicationAdministration(
                header,
                in.text(given.hasStatusElement(), given::getStatusElement),
                Datatypes.concepts(given.hasStatusReason(), given::getStatusReason),
                MedicationContents.of(given, given.getMedication(), dosages, in),
                Datatypes.reference(given.hasSubject(), given::getSubject),
                Datatypes.time(given.getEffective(), "effective", in),
                Datatypes.listOf(Datatypes.concept(given.hasCategory(), given::getCategory)),
                Datatypes.concepts(given.hasReasonCode(), given::getReasonCode),
                Extensions.of(given, in));
    }
}
