package io.nextline.fhir;

import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Lets HAPI read on where it has an objection. What is wrong with a shape was found before, by {@link Shapes}; a value that HAPI has
 * no Java value for (an unknown code, a date that is none) stays in its object as text and is judged by its mapper. HAPI's own
 * handlers log the value, which is the patient's.
 */
final class Unheard implements IParserErrorHandler {

    @Override
    public void containedResourceWithNoId(@Nullable IParseLocation location) {}

    @Override
    public void extensionContainsValueAndNestedExtensions(@Nullable IParseLocation location) {}

    @Override
    public void incorrectJsonType(
            @Nullable IParseLocation location,
            String element,
            ValueType expected,
            @Nullable ScalarType expectedScalar,
            ValueType found,
            @Nullable ScalarType foundScalar) {}

    @Override
    public void invalidInternalReference(@Nullable IParseLocation location, String reference) {}

    @Override
    public void invalidValue(@Nullable IParseLocation location, String value, String error) {}

    @Override
    public void missingRequiredElement(@Nullable IParseLocation location, String element) {}

    @Override
    public void unexpectedRepeatingElement(@Nullable IParseLocation location, String element) {}

    @Override
    public void unknownAttribute(@Nullable IParseLocation location, String attribute) {}

    @Override
    public void unknownElement(@Nullable IParseLocation location, String element) {}

    @Override
    public void unknownReference(@Nullable IParseLocation location, String reference) {}
}
