package io.nextline.core.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * FHIR Medication: a product, or an infusion made of several.
 *
 * @param header type, id, version stamp; a contained Medication has its local id without {@code #}
 * @param status active, inactive, entered-in-error; or null
 * @param code what it is, or null
 * @param ingredient what it is made of; diluents included, as sent
 * @param contained the Medication resources contained in this one, to which its ingredients may refer
 */
public record Medication(
        ResourceHeader header,
        @Nullable String status,
        @Nullable CodeableConcept code,
        List<Ingredient> ingredient,
        List<Medication> contained)
        implements Resource {

    /** Copies the lists. */
    public Medication {
        ingredient = List.copyOf(ingredient);
        contained = List.copyOf(contained);
    }

    /** Makes a Medication without status and contained ones. */
    public Medication(ResourceHeader header, @Nullable CodeableConcept code, List<Ingredient> ingredient) {
        this(header, null, code, ingredient, List.of());
    }

    /** Returns whether it was entered in error, so that it names nothing. */
    public boolean isRetracted() {
        return "entered-in-error".equals(status);
    }

    /** Returns the contained Medication that a local reference ({@code #id}) means, or null. */
    public static @Nullable Medication local(List<Medication> contained, String literal) {
        for (Medication medication : contained) {
            String id = medication.header().id();
            if (id != null && (literal.equals("#" + id) || literal.equals(id))) {
                return medication;
            }
        }
        return null;
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
