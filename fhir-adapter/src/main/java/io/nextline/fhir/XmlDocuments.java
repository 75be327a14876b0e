package io.nextline.fhir;

import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.UnreadableRecordException;
import io.nextline.core.fhir.UnreadableRecordException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/** Turns documents in FHIR XML into the JSON that core reads. Thread-safe. */
final class XmlDocuments {

    /** How many bytes are enough to tell XML by, white space in front of it aside. */
    static final int START = 64;

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Structures structures;
    private final ReadLimits limits;
    private final XMLInputFactory factory;

    XmlDocuments(Structures structures, ReadLimits limits) {
        this.structures = structures;
        this.limits = limits;
        this.factory = XmlElements.factory();
    }

    /** Returns whether a document begins as XML does. */
    static boolean isXml(byte[] start) {
        for (byte b : start) {
            boolean mark = b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t' && !mark) {
                return b == '<';
            }
        }
        return false;
    }

    /** Returns how many bytes of a stream are to be taken: one more than are allowed tells that there are too many. */
    int most() {
        return (int) Math.min(limits.maxBytes() + 1, LARGEST_ARRAY);
    }

    /** Returns a document as JSON. */
    byte[] asJson(byte[] document) {
        if (document.length > limits.maxBytes()) {
            throw new UnreadableRecordException(Reason.TOO_LARGE);
        }
        try (XmlElements xml = XmlElements.open(factory, document, limits)) {
            WrittenJson json = new WrittenJson(structures, limits);
            new XmlReading(xml, structures, json.out()).document();
            return json.bytes();
        } catch (XMLStreamException malformed) {
            // Its message repeats what stood there.
            throw new UnreadableRecordException(Reason.XML_MALFORMED);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
