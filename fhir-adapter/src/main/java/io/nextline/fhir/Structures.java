package io.nextline.fhir;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/** HAPI's definitions of one version of FHIR, narrowed to the elements that are read. Thread-safe; it remembers what it narrowed. */
final class Structures {

    private final FhirContext context;
    private final Map<Class<?>, Structure> read = new ConcurrentHashMap<>();

    Structures(FhirContext context) {
        this.context = context;
    }

    FhirContext context() {
        return context;
    }

    /** Refuses a resource of another version of FHIR. */
    void requireVersion(IBaseResource resource) {
        if (resource.getStructureFhirVersionEnum() != context.getVersion().getVersion()) {
            throw new IllegalArgumentException("the resource is of another version of FHIR than the reader's "
                    + context.getVersion().getVersion());
        }
    }

    /** Returns the definition of a resource, a datatype or a backbone element; null for what has no elements. */
    @Nullable BaseRuntimeElementCompositeDefinition<?> definition(IBase of) {
        BaseRuntimeElementDefinition<?> definition = of instanceof IBaseResource resource
                ? context.getResourceDefinition(resource)
                : context.getElementDefinition(of.getClass());
        return definition instanceof BaseRuntimeElementCompositeDefinition<?> composite ? composite : null;
    }

    /** Returns the definition of a resource type; null for one that this version of FHIR does not have. */
    @Nullable BaseRuntimeElementCompositeDefinition<?> resource(String type) {
        return context.getResourceTypes().contains(type) ? context.getResourceDefinition(type) : null;
    }

    /** Returns the definition of extensions. */
    BaseRuntimeElementDefinition<?> extension() {
        return Objects.requireNonNull(context.getElementDefinition("Extension"));
    }

    /** Returns what there is to know of an object's class. */
    Structure of(IBase object) {
        Structure known = read.get(object.getClass());
        return known == null ? read.computeIfAbsent(object.getClass(), absent -> structure(object)) : known;
    }

    private Structure structure(IBase object) {
        if (object instanceof IBaseResource resource) {
            List<ReadElement> own = narrowed(object, ReadNames.ofResourceOrWrapper(resource.fhirType()));
            return new Structure(Structure.Form.RESOURCE, own, own);
        }
        Structure.Form form = Structure.Form.of(object);
        return form.isPrimitive()
                ? new Structure(form, List.of(), List.of())
                : new Structure(
                        form, narrowed(object, ReadNames.below()), narrowed(object, ReadNames.belowWithExtensions()));
    }

    private List<ReadElement> narrowed(IBase object, @Nullable Set<String> names) {
        BaseRuntimeElementCompositeDefinition<?> definition = names == null ? null : definition(object);
        if (names == null || definition == null) {
            return List.of();
        }
        return definition.getChildrenAndExtension().stream()
                .filter(child -> isRead(child, names))
                .sorted(Comparator.comparing(Structures::isModifier))
                .map(ReadElement::new)
                .toList();
    }

    // Last: whoever sets something aside for one is to know by then what it is.
    private static boolean isModifier(BaseRuntimeChildDefinition child) {
        return child.getElementName().equals("modifierExtension");
    }

    // HAPI names the extensions by their URL, of which it knows none, and contained resources by nothing.
    private static boolean isRead(BaseRuntimeChildDefinition child, Set<String> names) {
        Collection<String> own = child.getValidChildNames();
        return names.contains(child.getElementName()) || (own != null && !Collections.disjoint(own, names));
    }
}
