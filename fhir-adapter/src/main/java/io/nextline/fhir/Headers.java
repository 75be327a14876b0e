package io.nextline.fhir;

import io.nextline.core.fhir.ResourceHeader;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Reads what every resource carries. */
final class Headers {

    private static final String UUID_URL = "urn:uuid:";

    private Headers() {}

    static ResourceHeader of(Resource resource, @Nullable String fullUrl) {
        return new ResourceHeader(
                resource.fhirType(), id(resource), fullUrl, lastUpdated(resource), versionId(resource));
    }

    /**
     * Returns the bare logical id. HAPI's own id may have type, server and version before and after it, and a {@code #} when it is
     * contained. In a Bundle HAPI puts the entry's {@code fullUrl} in its place where the resource has no id or the same one.
     */
    static @Nullable String id(Resource resource) {
        String id = resource.hasIdElement() ? resource.getIdElement().getIdPart() : null;
        if (id != null && id.startsWith(UUID_URL)) {
            return id.substring(UUID_URL.length());
        }
        return id == null || id.isEmpty() || id.startsWith("urn:") ? null : id;
    }

    /** Reads what a contained resource carries: an id that is local to the resource around it, without its {@code #}. */
    static ResourceHeader contained(Resource resource) {
        String id = id(resource);
        String local = id != null && id.startsWith("#") ? id.substring(1) : id;
        return contained(resource.fhirType(), local == null || local.isEmpty() ? null : local);
    }

    static ResourceHeader contained(String resourceType, @Nullable String localId) {
        return new ResourceHeader(resourceType, localId, null, null);
    }

    private static @Nullable String lastUpdated(Resource resource) {
        Meta meta = resource.hasMeta() ? resource.getMeta() : null;
        return meta != null && meta.hasLastUpdatedElement() ? Elements.text(meta.getLastUpdatedElement()) : null;
    }

    private static @Nullable String versionId(Resource resource) {
        Meta meta = resource.hasMeta() ? resource.getMeta() : null;
        return meta != null && meta.hasVersionIdElement() ? Elements.text(meta.getVersionIdElement()) : null;
    }
}
