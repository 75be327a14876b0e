package io.nextline.fhir;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.jspecify.annotations.Nullable;

/** Reads the id and the version that every resource carries, without making what is not there. */
final class ResourceIds {

    private static final String UUID_URL = "urn:uuid:";

    private ResourceIds() {}

    /**
     * Returns the bare logical id. HAPI's own id may have type, server and version before and after it, and a {@code #} when it is
     * contained. In a Bundle HAPI puts the entry's {@code fullUrl} in its place where the resource has no id or the same one.
     */
    static @Nullable String logical(Structures structures, IBaseResource resource) {
        String id = first(structures, resource, "id") instanceof IIdType found ? found.getIdPart() : null;
        if (id != null && id.startsWith(UUID_URL)) {
            return id.substring(UUID_URL.length());
        }
        return id == null || id.isEmpty() || id.startsWith("urn:") ? null : id;
    }

    /** Returns the id of a contained resource, which is local to the resource around it, without its {@code #}. */
    static @Nullable String local(Structures structures, IBaseResource resource) {
        String id = logical(structures, resource);
        String local = id != null && id.startsWith("#") ? id.substring(1) : id;
        return local == null || local.isEmpty() ? null : local;
    }

    /** Returns an element of {@code meta} as written; null for none. */
    static @Nullable String meta(Structures structures, IBaseResource resource, String element) {
        IBase meta = first(structures, resource, "meta");
        IBase value = meta == null ? null : first(structures, meta, element);
        return value instanceof IPrimitiveType<?> primitive ? primitive.getValueAsString() : null;
    }

    /** Returns the first value of an element; null for none. */
    static @Nullable IBase first(Structures structures, IBase holder, String element) {
        BaseRuntimeElementCompositeDefinition<?> definition = structures.definition(holder);
        BaseRuntimeChildDefinition child = definition == null ? null : definition.getChildByName(element);
        return child == null
                ? null
                : child.getAccessor().getFirstValueOrNull(holder).orElse(null);
    }
}
