package io.nextline.fhir;

import ca.uhn.fhir.parser.json.BaseJsonLikeValue;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.UnreadableRecordException;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds the {@link Tree} of one resource from JSON tokens and passes over whatever is not read: narratives, names, addresses,
 * identifiers, nested extensions. What comes out is bounded: a number that needs more digits than the limits allow is only marked
 * as such, no field stands twice, and nulls are left out.
 */
final class TreeReader {

    private final JsonParser parser;
    private final ReadLimits limits;

    TreeReader(JsonParser parser, ReadLimits limits) {
        this.parser = parser;
        this.limits = limits;
    }

    /** Adds the field at hand to the object, or nothing if its value holds nothing. */
    void field(String name, Tree.Branch into) throws IOException {
        field(name, into, Set.of());
    }

    private void field(String name, Tree.Branch into, Set<String> around) throws IOException {
        BaseJsonLikeValue value;
        try {
            value = value(name, around);
        } catch (SetAside problem) {
            throw problem.within(name);
        }
        if (value != null && !into.put(name, value) && !name.equals("identifier")) {
            throw new SetAside(ReadIssue.Kind.DUPLICATE_FIELD, name);
        }
    }

    private @Nullable BaseJsonLikeValue value(String name, Set<String> around) throws IOException {
        Set<String> kept = name.equals("contained") ? ReadNames.contained() : ReadNames.below(name, around);
        return switch (name) {
            case "identifier" -> identifier();
            case "modifierExtension" -> modifierExtension();
            default -> parser.currentToken() == JsonToken.START_ARRAY ? row(kept) : single(kept);
        };
    }

    private @Nullable BaseJsonLikeValue single(Set<String> kept) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> branch(kept);
            case VALUE_STRING -> new Tree.Leaf(ScalarType.STRING, text());
            case VALUE_TRUE, VALUE_FALSE -> new Tree.Leaf(ScalarType.BOOLEAN, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_NULL -> null;
            default -> throw new SetAside(ReadIssue.Kind.WRONG_SHAPE, "");
        };
    }

    private Tree.Branch branch(Set<String> kept) throws IOException {
        Tree.Branch branch = new Tree.Branch();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            if (kept.contains(name)) {
                field(name, branch, kept);
            } else {
                parser.skipChildren();
            }
        }
        return branch;
    }

    // FHIR has no arrays of arrays: one is refused by single().
    private Tree.Row row(Set<String> kept) throws IOException {
        Tree.Row row = new Tree.Row();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            BaseJsonLikeValue value = single(kept);
            if (value != null) {
                row.add(value);
            }
        }
        return row;
    }

    /** Returns the text at hand; a parser of bytes leaves it to its caller to judge the length. */
    String text() throws IOException {
        String text = parser.getText();
        if (text.length() > limits.maxTextLength()) {
            throw new UnreadableRecordException(UnreadableRecordException.Reason.TEXT_TOO_LONG);
        }
        return text;
    }

    private Tree.Leaf number() throws IOException {
        String plain = PlainNumber.of(parser.getText(), limits);
        return plain == null ? Tree.Leaf.OVERSIZED : new Tree.Leaf(ScalarType.NUMBER, plain);
    }

    // What identifies a person is not read, only whether it is there.
    private @Nullable BaseJsonLikeValue identifier() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new SetAside(ReadIssue.Kind.WRONG_SHAPE, "");
        }
        boolean filled = false;
        while (parser.nextFieldName() != null) {
            filled = true;
            parser.nextToken();
            parser.skipChildren();
        }
        return filled ? stub("value") : null;
    }

    // What it says is not read either: there being one is enough.
    private @Nullable BaseJsonLikeValue modifierExtension() throws IOException {
        boolean array = parser.currentToken() == JsonToken.START_ARRAY;
        boolean none =
                array ? parser.nextToken() == JsonToken.END_ARRAY : parser.currentToken() == JsonToken.VALUE_NULL;
        if (none) {
            return null;
        }
        while (array && parser.currentToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            parser.nextToken();
        }
        if (!array) {
            parser.skipChildren();
        }
        return new Tree.Row().add(stub("url"));
    }

    private static Tree.Branch stub(String name) {
        Tree.Branch stub = new Tree.Branch();
        stub.put(name, new Tree.Leaf(ScalarType.STRING, "present"));
        return stub;
    }
}
