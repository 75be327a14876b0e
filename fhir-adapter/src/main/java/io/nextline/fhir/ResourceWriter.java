package io.nextline.fhir;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nextline.core.fhir.UnreadableRecordException;
import io.nextline.core.fhir.UnreadableRecordException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseReference;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is read of HAPI's objects as the JSON that core reads, whatever the version of FHIR. HAPI's own encoder would not
 * do: it gives contained resources new ids, refuses what FHIR forbids and writes narratives. The objects are left as they are:
 * HAPI's getters make what is not there, so only its definitions are asked for values. Not thread-safe.
 */
final class ResourceWriter {

    private final Structures structures;
    private final int maxDepth;
    private final JsonGenerator out;
    private @Nullable IBaseResource attached;

    /**
     * Makes a writer.
     *
     * @param structures the definitions of the objects' version of FHIR
     * @param maxDepth how many objects and arrays may stand within one another
     * @param out takes the JSON
     */
    ResourceWriter(Structures structures, int maxDepth, JsonGenerator out) {
        this.structures = structures;
        this.maxDepth = maxDepth;
        this.out = out;
    }

    /** Writes a resource, a Bundle, Parameters or an OperationOutcome; of any other type only its name. */
    void resource(IBaseResource resource) throws IOException {
        start(resource);
        if (ReadNames.isRead(resource.fhirType())) {
            text("id", ResourceIds.logical(structures, resource));
            header(
                    ResourceIds.meta(structures, resource, "lastUpdated"),
                    ResourceIds.meta(structures, resource, "versionId"));
        }
        elements(resource);
        out.writeEndObject();
    }

    /** Writes a resource under the id and the version with which it came. */
    void resource(IBaseResource resource, JsonResource origin) throws IOException {
        start(resource);
        text("id", origin.id());
        header(origin.lastUpdated(), origin.versionId());
        elements(resource);
        out.writeEndObject();
    }

    private void start(IBaseResource resource) throws IOException {
        startObject();
        out.writeStringField("resourceType", resource.fhirType());
    }

    private void startObject() throws IOException {
        out.writeStartObject();
        if (out.getOutputContext().getNestingDepth() > maxDepth) {
            throw new UnreadableRecordException(Reason.TOO_DEEP);
        }
    }

    private void header(@Nullable String lastUpdated, @Nullable String versionId) throws IOException {
        out.writeObjectFieldStart("meta");
        text("lastUpdated", lastUpdated);
        text("versionId", versionId);
        out.writeEndObject();
    }

    private void text(String name, @Nullable String text) throws IOException {
        if (text != null) {
            out.writeStringField(name, text);
        }
    }

    private void elements(IBaseResource resource) throws IOException {
        IBaseResource outer = attached;
        attached = Attachments.medication(structures, resource);
        List<IBase> contained = new ArrayList<>(0);
        for (ReadElement element : structures.of(resource).elements()) {
            if (element.isContained()) {
                contained.addAll(element.values(resource));
            } else {
                element(element, resource, Set.of());
            }
        }
        if (attached != null) {
            contained.add(attached);
        }
        contained(contained);
        attached = outer;
    }

    private void contained(List<IBase> resources) throws IOException {
        if (resources.isEmpty()) {
            return;
        }
        IBaseResource holders = attached;
        out.writeArrayFieldStart("contained");
        for (IBase each : resources) {
            IBaseResource resource = (IBaseResource) each;
            start(resource);
            text(
                    "id",
                    each == holders
                            ? Attachments.localId(structures, resource)
                            : ResourceIds.local(structures, resource));
            elements(resource);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    // A single value stands for a list of one as well, everywhere but in "coding".
    private void element(ReadElement element, IBase holder, Set<String> around) throws IOException {
        boolean started = false;
        for (IBase value : element.values(holder)) {
            Structure structure = structures.of(value);
            String text = structure.form().isPrimitive() ? Primitives.text(value, structure.form()) : null;
            if (isNothing(element, value, structure.form(), text)) {
                continue;
            }
            if (!started) {
                start(element, value);
                started = true;
            }
            if (text == null) {
                object(value, structure, ReadNames.below(element.definedName(), around));
            } else {
                Primitives.write(text, structure.form(), out);
            }
        }
        if (started && element.isList()) {
            out.writeEndArray();
        }
    }

    private static boolean isNothing(ReadElement element, IBase value, Structure.Form form, @Nullable String text) {
        return form.isPrimitive() ? text == null || text.isBlank() : element.isOnlyWrittenFilled() && value.isEmpty();
    }

    private void start(ReadElement element, IBase first) throws IOException {
        out.writeFieldName(element.nameFor(first));
        if (element.isList()) {
            out.writeStartArray();
        }
    }

    private void object(IBase object, Structure structure, Set<String> names) throws IOException {
        if (structure.form() == Structure.Form.RESOURCE) {
            resource((IBaseResource) object);
        } else {
            composite(object, structure, names);
        }
    }

    private void composite(IBase object, Structure structure, Set<String> names) throws IOException {
        startObject();
        for (ReadElement element : structure.elements(names)) {
            element(element, object, names);
        }
        if (structure.form() == Structure.Form.REFERENCE) {
            text("reference", Attachments.literal(structures, (IBaseReference) object, attached));
        }
        out.writeEndObject();
    }
}
