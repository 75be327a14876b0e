package io.nextline.fhir;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.RuntimeChildChoiceDefinition;
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
import org.hl7.fhir.instance.model.api.IPrimitiveType;
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
        for (BaseRuntimeChildDefinition child : structures.of(resource)) {
            List<IBase> values = child.getAccessor().getValues(resource);
            if (child.getElementName().equals("contained")) {
                contained.addAll(values);
            } else {
                element(child, values, Set.of());
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
    private void element(BaseRuntimeChildDefinition child, List<IBase> values, Set<String> around) throws IOException {
        boolean list = child.getMax() != 1;
        boolean started = false;
        for (IBase value : values) {
            String name = name(child, value);
            if (isNothing(value, name)) {
                continue;
            }
            if (!started) {
                out.writeFieldName(name);
                if (list) {
                    out.writeStartArray();
                }
                started = true;
            }
            value(value, ReadNames.below(name, around));
        }
        if (started && list) {
            out.writeEndArray();
        }
    }

    private static String name(BaseRuntimeChildDefinition child, IBase value) {
        if (!(child instanceof RuntimeChildChoiceDefinition)) {
            return child.getElementName();
        }
        String declared = child.getChildNameByDatatype(value.getClass());
        if (declared != null) {
            return declared;
        }
        String type = value.fhirType();
        return child.getElementName().replace("[x]", "") + Character.toUpperCase(type.charAt(0)) + type.substring(1);
    }

    // An entry's request or response that nobody filled in explains nothing; every other empty object is read as none.
    private static boolean isNothing(IBase value, String name) {
        if (value instanceof IPrimitiveType<?> primitive) {
            String text = Primitives.text(primitive);
            return text == null || text.isBlank();
        }
        return (name.equals("request") || name.equals("response")) && value.isEmpty();
    }

    private void value(IBase value, Set<String> names) throws IOException {
        if (value instanceof IPrimitiveType<?> primitive) {
            Primitives.write(primitive, out);
        } else if (value instanceof IBaseResource resource) {
            resource(resource);
        } else {
            composite(value, names);
        }
    }

    private void composite(IBase value, Set<String> names) throws IOException {
        startObject();
        for (BaseRuntimeChildDefinition child : structures.of(value, names)) {
            element(child, child.getAccessor().getValues(value), names);
        }
        if (value instanceof IBaseReference reference) {
            text("reference", Attachments.literal(structures, reference, attached));
        }
        out.writeEndObject();
    }
}
