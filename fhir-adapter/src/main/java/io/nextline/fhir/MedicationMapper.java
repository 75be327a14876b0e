package io.nextline.fhir;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Medication;
import io.nextline.core.fhir.Reference;
import io.nextline.core.fhir.ResourceHeader;
import java.util.Set;
import org.hl7.fhir.r4.model.Medication.MedicationIngredientComponent;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Medication}. */
final class MedicationMapper extends ResourceMapper<org.hl7.fhir.r4.model.Medication> {

    MedicationMapper() {
        super(
                org.hl7.fhir.r4.model.Medication.class,
                Set.of("status", "code", "ingredient", "contained", "modifierExtension"));
    }

    @Override
    Medication record(org.hl7.fhir.r4.model.Medication medication, ResourceHeader header, Elements in) {
        Elements below = in.within("ingredient");
        return new Medication(
                header,
                in.text(medication.hasStatusElement(), medication::getStatusElement),
                Datatypes.concept(medication.hasCode(), medication::getCode),
                Datatypes.list(medication.hasIngredient(), medication::getIngredient, part -> ingredient(part, below)),
                MedicationContents.contained(medication, in));
    }

    private static Medication.@Nullable Ingredient ingredient(MedicationIngredientComponent ingredient, Elements in) {
        in.refuseModifiers(ingredient);
        Type item = ingredient.getItem();
        CodeableConcept concept =
                item instanceof org.hl7.fhir.r4.model.CodeableConcept coded ? Datatypes.concept(coded) : null;
        Reference reference =
                item instanceof org.hl7.fhir.r4.model.Reference target ? Datatypes.reference(target) : null;
        return concept == null && reference == null ? null : new Medication.Ingredient(concept, reference);
    }
}
