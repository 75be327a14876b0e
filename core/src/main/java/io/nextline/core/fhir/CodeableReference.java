package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * R5's {@code CodeableReference}. Where R4 had a plain CodeableConcept or Reference under the same name, that is read as well.
 *
 * @param concept the concept, or null
 * @param reference the reference, or null
 */
record CodeableReference(
        @Nullable CodeableConcept concept, @Nullable Reference reference) {

    static final CodeableReference NONE = new CodeableReference(null, null);

    private boolean isEmpty() {
        return concept == null && reference == null;
    }

    /** Reads the value at hand; {@link #NONE} stands for nothing, earlier or now. */
    static CodeableReference read(DatatypeReader in, CodeableReference earlier) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, earlier.isEmpty() ? null : earlier)) {
            return earlier;
        }
        CodeableReference nested = NONE;
        int codings = 0;
        String text = null;
        String literal = null;
        String type = null;
        String display = null;
        boolean logical = false;
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            switch (name) {
                case "concept" -> nested = nested.withConcept(in.concept(nested.concept));
                case "coding" -> codings = in.codings(codings);
                case "text" -> text = in.text(text);
                case "reference" -> {
                    if (in.at(JsonToken.START_OBJECT)) {
                        nested = nested.withReference(in.reference(nested.reference));
                    } else {
                        literal = in.text(literal);
                    }
                }
                case "type" -> type = in.text(type);
                case "display" -> display = in.text(display);
                case "identifier" -> logical |= in.isFilledObject();
                default -> in.skip();
            }
        }
        CodeableConcept plain = in.conceptOf(codings, text);
        return nested.isEmpty()
                ? new CodeableReference(plain, in.referenceOf(literal, type, display, logical))
                : nested;
    }

    /** Reads a list of which the concepts are wanted. */
    static List<CodeableConcept> concepts(DatatypeReader in, List<CodeableConcept> earlier) throws IOException {
        return in.list(earlier, one -> read(one, NONE).concept());
    }

    /** Reads a list of which the references are wanted. */
    static List<Reference> references(DatatypeReader in, List<Reference> earlier) throws IOException {
        return in.list(earlier, one -> read(one, NONE).reference());
    }

    private CodeableReference withConcept(@Nullable CodeableConcept read) {
        return new CodeableReference(read, reference);
    }

    private CodeableReference withReference(@Nullable Reference read) {
        return new CodeableReference(concept, read);
    }
}
