package io.nextline.fhir;

import io.nextline.core.fhir.MedicationStatement;
import io.nextline.core.fhir.ResourceHeader;
import java.util.List;
import java.util.Set;

/** Reads a {@link MedicationStatement}. */
final class MedicationStatementMapper extends ResourceMapper<org.hl7.fhir.r4.model.MedicationStatement> {

    MedicationStatementMapper() {
        super(
                org.hl7.fhir.r4.model.MedicationStatement.class,
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
                        "dateAsserted",
                        "dosage"));
    }

    @Override
    MedicationStatement record(
            org.hl7.fhir.r4.model.MedicationStatement statement, ResourceHeader header, Elements in) {
        Dosages dosages = Dosages.of(statement.hasDosage() ? statement.getDosage() : List.of(), "dosage", in);
        return new MedicationStatement(
                header,
                in.text(statement.hasStatusElement(), statement::getStatusElement),
                Datatypes.concepts(statement.hasStatusReason(), statement::getStatusReason),
                MedicationContents.of(statement, statement.getMedication(), dosages, in),
                Datatypes.reference(statement.hasSubject(), statement::getSubject),
                Datatypes.time(statement.getEffective(), "effective", in),
                in.date(statement.hasDateAssertedElement(), statement::getDateAssertedElement, "dateAsserted"),
                Datatypes.listOf(Datatypes.concept(statement.hasCategory(), statement::getCategory)),
                Datatypes.concepts(statement.hasReasonCode(), statement::getReasonCode),
                Extensions.of(statement, in));
    }
}
