package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Medication}. */
final class MedicationReader extends ResourceReader {

    private @Nullable String status;
    private @Nullable CodeableConcept code;
    private List<Medication.Ingredient> ingredient = List.of();
    private List<Medication> contained = List.of();

    @Override
    public void element(String name, DatatypeReader in) throws IOException {
        switch (name) {
            case "status" -> status = in.text(status);
            case "code" -> code = in.concept(code);
            case "ingredient" -> ingredient = in.list(ingredient, MedicationReader::ingredient);
            case "contained" -> contained = in.list(contained, MedicationReader::contained);
            default -> common(name, in);
        }
    }

    private static Medication.@Nullable Ingredient ingredient(DatatypeReader in) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, null)) {
            return null;
        }
        CodeableReference item = CodeableReference.NONE;
        CodeableConcept concept = null;
        Reference reference = null;
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            switch (name) {
                case "itemCodeableConcept" -> concept = in.concept(concept);
                case "itemReference" -> reference = in.reference(reference);
                case "item" -> item = CodeableReference.read(in, item);
                case "modifierExtension" -> modifierExtension(in);
                default -> in.skip();
            }
        }
        concept = concept == null ? item.concept() : concept;
        reference = reference == null ? item.reference() : reference;
        return concept == null && reference == null ? null : new Medication.Ingredient(concept, reference);
    }

    @Override
    Resource resource(ResourceHeader header) {
        return new Medication(header, status, code, ingredient, contained);
    }

    /** Reads a contained resource; null for one that is no Medication. */
    static @Nullable Medication contained(DatatypeReader in) throws IOException {
        ResourceReader reader = ResourceObject.readContained(in);
        return reader instanceof MedicationReader medication ? medication.contained() : null;
    }

    /** Returns the Medication as contained in another resource: its id is local, and some senders write it with its {@code #}. */
    private Medication contained() {
        String id = id();
        String local = id != null && id.startsWith("#") ? id.substring(1) : id;
        return (Medication) resource(new ResourceHeader("Medication", local, null, null));
    }
}
