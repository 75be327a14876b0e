package io.nextline.fhir;

import io.nextline.core.fhir.Resource;
import io.nextline.core.fhir.ResourceHeader;
import java.util.Set;
import org.hl7.fhir.r4.model.DomainResource;

/**
 * Reads HAPI resources of one type into core's record of that type. Immutable and thread-safe; it leaves the resource as it is.
 *
 * @param <R> HAPI's class of the resource
 */
abstract class ResourceMapper<R extends DomainResource> {

    private final Class<R> type;
    private final Set<String> elements;

    /**
     * Makes a mapper.
     *
     * @param type HAPI's class of the resource
     * @param elements the names in JSON of the elements that {@link #record} reads
     */
    ResourceMapper(Class<R> type, Set<String> elements) {
        this.type = type;
        this.elements = elements;
    }

    /** Returns the names in JSON of the elements that are read. */
    final Set<String> elements() {
        return elements;
    }

    /**
     * Reads a resource.
     *
     * @throws SetAside if it must not be read into the record
     */
    final Resource map(org.hl7.fhir.r4.model.Resource resource, ResourceHeader header, Elements in) {
        R typed = type.cast(resource);
        in.refuseModifiers(typed);
        return record(typed, header, in);
    }

    abstract Resource record(R resource, ResourceHeader header, Elements in);
}
