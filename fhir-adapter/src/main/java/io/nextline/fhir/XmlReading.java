package io.nextline.fhir;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.RuntimePrimitiveDatatypeDefinition;
import com.fasterxml.jackson.core.JsonGenerator;
import io.nextline.core.fhir.UnreadableRecordException;
import io.nextline.core.fhir.UnreadableRecordException.Reason;
import java.io.IOException;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Writes FHIR XML as the JSON that core reads: HAPI's definitions say which element is a list, a number or a boolean. HAPI's own XML
 * parser never sees the bytes: it refuses a whole Bundle for one wrong value, and writes out every digit of a number. What is not
 * read, narratives first, is passed over. An element that does not fit its definition is written as a text or as it stands, so
 * that core sets its entry aside. Not thread-safe.
 */
final class XmlReading {

    private static final Set<String> NUMBERS = Set.of("decimal", "integer", "integer64", "positiveInt", "unsignedInt");

    private final XmlElements xml;
    private final Structures structures;
    private final JsonGenerator out;

    XmlReading(XmlElements xml, Structures structures, JsonGenerator out) {
        this.xml = xml;
        this.structures = structures;
        this.out = out;
    }

    /** Writes the document. */
    void document() throws IOException, XMLStreamException {
        xml.root();
        if (!xml.isFhir()) {
            throw new UnreadableRecordException(Reason.NOT_FHIR);
        }
        resource();
        xml.end();
    }

    // At the element that is named after the type.
    private void resource() throws IOException, XMLStreamException {
        String type = xml.name();
        out.writeStartObject();
        out.writeStringField("resourceType", type);
        Set<String> names = ReadNames.ofResourceOrWrapper(type);
        BaseRuntimeElementCompositeDefinition<?> definition = names == null ? null : structures.resource(type);
        if (names == null) {
            xml.skip();
        } else if (definition == null) {
            // A type of another version: core is to say that it could not be read.
            out.writeNumberField("id", 0);
            xml.skip();
        } else {
            children(definition, names, true);
        }
        out.writeEndObject();
    }

    private void children(BaseRuntimeElementCompositeDefinition<?> parent, Set<String> names, boolean resource)
            throws IOException, XMLStreamException {
        boolean more = xml.firstChild();
        while (more) {
            String name = xml.name();
            boolean own = resource && (name.equals("id") || name.equals("meta"));
            BaseRuntimeChildDefinition child = own || names.contains(name) ? parent.getChildByName(name) : null;
            if (child == null || !xml.isFhir()) {
                xml.skip();
                more = xml.nextSibling();
            } else {
                more = sameNamed(name, child, ReadNames.below(name, names));
            }
        }
    }

    // Elements of one name stand together in XML; those that do not are two fields, and core sets the entry aside.
    private boolean sameNamed(String name, BaseRuntimeChildDefinition child, Set<String> below)
            throws IOException, XMLStreamException {
        boolean list = child.getMax() != 1;
        out.writeFieldName(name);
        if (list) {
            out.writeStartArray();
        }
        boolean more = true;
        boolean first = true;
        while (more && xml.name().equals(name)) {
            if (!list && !first) {
                out.writeFieldName(name);
            }
            element(name.endsWith("xtension") ? structures.extension() : child.getChildByName(name), below);
            first = false;
            more = xml.nextSibling();
        }
        if (list) {
            out.writeEndArray();
        }
        return more;
    }

    private void element(@Nullable BaseRuntimeElementDefinition<?> definition, Set<String> below)
            throws IOException, XMLStreamException {
        if (definition instanceof RuntimePrimitiveDatatypeDefinition) {
            primitive(definition.getName());
        } else if (definition instanceof BaseRuntimeElementCompositeDefinition<?> composite) {
            composite(composite, below);
        } else {
            wrapped();
        }
    }

    private void primitive(String type) throws IOException, XMLStreamException {
        String value = xml.attribute("value");
        if (value == null) {
            out.writeNull();
        } else if (NUMBERS.contains(type)) {
            Primitives.number(value, out);
        } else if (type.equals("boolean")) {
            Primitives.flag(value, out);
        } else {
            out.writeString(value);
        }
        xml.skip();
    }

    private void composite(BaseRuntimeElementCompositeDefinition<?> definition, Set<String> names)
            throws IOException, XMLStreamException {
        out.writeStartObject();
        String url = xml.attribute("url");
        if (url != null) {
            out.writeStringField("url", url);
        }
        children(definition, names, false);
        out.writeEndObject();
    }

    // "resource" and "contained" hold one element, named after the type.
    private void wrapped() throws IOException, XMLStreamException {
        if (!xml.firstChild()) {
            out.writeNull();
            return;
        }
        resource();
        while (xml.nextSibling()) {
            xml.skip();
        }
    }
}
