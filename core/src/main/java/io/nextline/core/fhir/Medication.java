package io.nextline.core.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * FHIR Medication: a product, or an infusion made of several.
 *
 * @param header type, id, version stamp; a contained Medication has its local id without {@code #}
 * @param code what it is, or null
 * @param ingredient what it is made of; diluents included, as sent
 */
public record Medication(ResourceHeader header, @Nullable CodeableConcept code, List<Ingredient> ingredient)
        implements Resource {

    /** Copies the ingredients. */
    public Medication {
        ingredient = List.copyOf(ingredient);
    }

    @Override
    public @Nullable Reference subject() {
        return null;
    }

    /**
     * {@code Medication.ingredient}.
     *
     * @param itemCodeableConcept the ingredient as a concept, or null
     * @param itemReference the ingredient as a reference to another Medication or a Substance, or null
     */
    public record Ingredient(
            @Nullable CodeableConcept itemCodeableConcept,
            @Nullable Reference itemReference) {}
}
