package io.nextline.fhir;

import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.UnreadableRecordException;
import io.nextline.core.fhir.UnreadableRecordException.Reason;
import java.io.ByteArrayInputStream;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the elements of an XML document within limits, with the platform's own parser. A document type, and with it every
 * entity but XML's own five, is refused. Not thread-safe.
 */
final class XmlElements implements AutoCloseable {

    private static final String FHIR = "http://hl7.org/fhir";

    private final XMLStreamReader xml;
    private final ReadLimits limits;
    private long elements;
    private int depth;

    private XmlElements(XMLStreamReader xml, ReadLimits limits) {
        this.xml = xml;
        this.limits = limits;
    }

    /** Returns a factory of readers that know neither document types nor anything outside the document. */
    static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the document is read");
        });
        return factory;
    }

    /** Opens a document. */
    static XmlElements open(XMLInputFactory factory, byte[] document, ReadLimits limits) throws XMLStreamException {
        return new XmlElements(factory.createXMLStreamReader(new ByteArrayInputStream(document)), limits);
    }

    /** Goes to the root. */
    void root() throws XMLStreamException {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            // A declaration, white space, comments.
        }
    }

    /** Goes through the whole document and hands out the value of every attribute. */
    void all(Consumer<String> values) throws XMLStreamException {
        while (xml.hasNext()) {
            if (next() == XMLStreamConstants.START_ELEMENT) {
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    values.accept(xml.getAttributeValue(i));
                }
            }
        }
    }

    /** Goes past the root's end to that of the document. */
    void end() throws XMLStreamException {
        while (xml.hasNext()) {
            next();
        }
    }

    /** Goes to the first child of the element at hand; false, at the element's end, if there is none. */
    boolean firstChild() throws XMLStreamException {
        return toChild();
    }

    /** Goes from the end of an element to its next sibling; false, at the parent's end, if there is none. */
    boolean nextSibling() throws XMLStreamException {
        return toChild();
    }

    private boolean toChild() throws XMLStreamException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
    }

    /** Goes from the start of the element at hand to its end. */
    void skip() throws XMLStreamException {
        int outer = depth;
        while (depth >= outer) {
            next();
        }
    }

    private int next() throws XMLStreamException {
        int event = xml.next();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> enter();
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new UnreadableRecordException(Reason.XML_DOCTYPE);
            default -> {
                // White space, comments and the words of narratives.
            }
        }
        return event;
    }

    private void enter() {
        if (++depth > limits.maxDepth()) {
            throw new UnreadableRecordException(Reason.TOO_DEEP);
        }
        // A start, a value and an end, as tokens are counted in JSON.
        elements += 3;
        if (elements > limits.maxTokens()) {
            throw new UnreadableRecordException(Reason.TOO_MANY_TOKENS);
        }
        if (xml.getLocalName().length() > limits.maxNameLength()) {
            throw new UnreadableRecordException(Reason.NAME_TOO_LONG);
        }
    }

    String name() {
        return xml.getLocalName();
    }

    boolean isFhir() {
        return FHIR.equals(xml.getNamespaceURI());
    }

    /** Returns an attribute of the element at hand; null for none. */
    @Nullable String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    @Override
    public void close() throws XMLStreamException {
        xml.close();
    }
}
