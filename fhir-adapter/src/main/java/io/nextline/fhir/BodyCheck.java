package io.nextline.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import io.nextline.core.fhir.UnreadableRecordException;
import io.nextline.core.fhir.UnreadableRecordException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * Judges a whole body before HAPI parses it, where that cannot be done by {@link HapiRecordReader}: HAPI believes the last of two equal
 * fields, lifts Jackson's limit on texts, and writes out every digit of {@code 1e1000000000}. Immutable and thread-safe.
 */
public final class BodyCheck {

    private final ReadLimits limits;
    private final RecordReader core;
    private final XMLInputFactory xml = XmlElements.factory();

    /**
     * Makes a check.
     *
     * @param limits how much a body may hold
     */
    public BodyCheck(ReadLimits limits) {
        this.limits = limits;
        this.core = new RecordReader(limits);
    }

    /**
     * Goes through a body to its end.
     *
     * @param body JSON as UTF-8, or XML
     * @throws UnreadableRecordException if it is neither, goes over a limit, has two fields of one name, or declares a document type
     */
    public void check(byte[] body) {
        if (body.length > limits.maxBytes()) {
            throw new UnreadableRecordException(Reason.TOO_LARGE);
        }
        try {
            if (XmlDocuments.isXml(body)) {
                xml(body);
            } else {
                json(body);
            }
        } catch (XMLStreamException malformed) {
            throw new UnreadableRecordException(Reason.XML_MALFORMED);
        } catch (IOException problem) {
            throw malformed(problem);
        }
    }

    private static UnreadableRecordException malformed(IOException problem) {
        try {
            return UnreadableRecordException.of(problem);
        } catch (IOException ofMemory) {
            throw new UncheckedIOException(ofMemory);
        }
    }

    private void xml(byte[] body) throws XMLStreamException {
        try (XmlElements elements = XmlElements.open(xml, body, limits)) {
            elements.all(value -> {
                text(value.length());
                if (Primitives.isNumber(value)) {
                    number(value);
                }
            });
        }
    }

    private void json(byte[] body) throws IOException {
        Deque<Set<String>> names = new ArrayDeque<>();
        try (JsonParser parser = core.open(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case START_OBJECT -> names.push(new HashSet<>());
                    case END_OBJECT -> names.pop();
                    case FIELD_NAME -> name(parser.currentName(), names);
                    case VALUE_STRING -> text(parser.getText().length());
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
                    default -> {
                        // Nothing that could be too large.
                    }
                }
            }
        }
    }

    private static void name(String name, Deque<Set<String>> names) {
        if (!names.element().add(name)) {
            throw new UnreadableRecordException(Reason.DUPLICATE_NAME);
        }
    }

    private void text(int length) {
        if (length > limits.maxTextLength()) {
            throw new UnreadableRecordException(Reason.TEXT_TOO_LONG);
        }
    }

    private void number(String text) {
        if (PlainNumber.of(text, limits) == null) {
            throw new UnreadableRecordException(Reason.NUMBER_TOO_LONG);
        }
    }
}
