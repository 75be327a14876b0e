package io.nextline.core.fhir;

import org.jspecify.annotations.Nullable;

/**
 * A reference to another resource, as sent: relative, absolute, {@code urn:uuid:}, {@code #contained}, or by display alone.
 *
 * @param reference the literal reference, or null for a logical or display-only reference
 * @param type the referenced type if the sender names it, or null
 * @param display the sender's wording, or null; Epic names a drug here and nowhere else
 */
public record Reference(
        @Nullable String reference,
        @Nullable String type,
        @Nullable String display) {

    /** Returns whether it can name a person: a group, a device or a place is none, and its data are nobody's in particular. */
    public boolean mayBePerson() {
        return !names("Group") && !names("Device") && !names("Location");
    }

    private boolean names(String resourceType) {
        return resourceType.equals(type) || (reference != null && ResourceHeader.isOfType(reference, resourceType));
    }

    /** Returns the last {@code Type/id} of a literal reference without version or server; null when there is none. */
    public @Nullable String typeAndId() {
        return reference == null ? null : ResourceHeader.typeAndId(reference);
    }
}
