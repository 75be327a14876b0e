package io.nextline.fhir;

import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseReference;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * References that were made from a resource object and have no literal of their own. A Medication that is attached so is read as
 * contained, as which HAPI would write it; any other resource is referred to by its id.
 */
final class Attachments {

    /** The local id of a Medication that has none of its own. */
    private static final String UNNAMED = "medication";

    private Attachments() {}

    /** Returns the Medication that is attached to a use as its drug; null for none. */
    static @Nullable IBaseResource medication(Structures structures, IBaseResource use) {
        for (ReadElement element : structures.of(use).elements()) {
            if (element.isDrug()) {
                for (IBase value : element.values(use)) {
                    IBaseResource found = ofDrug(structures, value);
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    // The reference itself, or in R5 the CodeableReference around it.
    private static @Nullable IBaseResource ofDrug(Structures structures, IBase drug) {
        IBase inner = drug instanceof IBaseReference ? drug : ResourceIds.first(structures, drug, "reference");
        if (!(inner instanceof IBaseReference reference)) {
            return null;
        }
        IBaseResource target = reference.getResource();
        boolean attached = target != null && target.fhirType().equals("Medication");
        return attached && !hasLiteral(structures, reference) ? target : null;
    }

    private static boolean hasLiteral(Structures structures, IBaseReference reference) {
        IBase literal = ResourceIds.first(structures, reference, "reference");
        return literal instanceof IPrimitiveType<?> text && text.getValueAsString() != null;
    }

    /** Returns the id under which an attached Medication is contained. */
    static String localId(Structures structures, IBaseResource medication) {
        String id = ResourceIds.local(structures, medication);
        return id == null ? UNNAMED : id;
    }

    /** Returns the literal for a reference that has none; null where it has one, or refers to nothing with an id. */
    static @Nullable String literal(
            Structures structures, IBaseReference reference, @Nullable IBaseResource contained) {
        IBaseResource target = reference.getResource();
        if (target == null || hasLiteral(structures, reference)) {
            return null;
        }
        if (target == contained) {
            return "#" + localId(structures, target);
        }
        String id = ResourceIds.logical(structures, target);
        return id == null ? null : target.fhirType() + "/" + id;
    }
}
