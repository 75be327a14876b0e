package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads {@code value[x]} of an Observation or of one of its components. */
final class ObservationValueReader {

    private ObservationValueReader() {}

    /** Reads the value of the field of this name; a field that is no {@code value[x]} is passed over. */
    static @Nullable ObservationValue read(String name, DatatypeReader in, @Nullable ObservationValue earlier)
            throws IOException {
        ObservationValue value = switch (name) {
            case "valueQuantity" -> measured(in);
            case "valueCodeableConcept" -> coded(in);
            case "valueString" -> text(in);
            case "valueInteger" -> whole(in);
            case "valueBoolean" -> flag(in);
            case "valueDateTime" -> day(in);
            case "valueRange",
                    "valueRatio",
                    "valueSampledData",
                    "valueTime",
                    "valuePeriod",
                    "valueAttachment",
                    "valueReference" -> other(name, in);
            default -> skip(in);
        };
        if (value != null && earlier != null) {
            throw in.setAside(ReadIssue.Kind.DUPLICATE_FIELD);
        }
        return value == null ? earlier : value;
    }

    private static @Nullable ObservationValue measured(DatatypeReader in) throws IOException {
        Quantity quantity = QuantityReader.read(in, null);
        return quantity == null ? null : new ObservationValue.Measured(quantity);
    }

    private static @Nullable ObservationValue coded(DatatypeReader in) throws IOException {
        CodeableConcept concept = in.concept(null);
        return concept == null ? null : new ObservationValue.Coded(concept);
    }

    private static @Nullable ObservationValue text(DatatypeReader in) throws IOException {
        String text = in.text(null);
        return text == null ? null : new ObservationValue.Text(text);
    }

    private static @Nullable ObservationValue whole(DatatypeReader in) throws IOException {
        Integer number = in.whole(null);
        return number == null ? null : new ObservationValue.Whole(number);
    }

    private static @Nullable ObservationValue flag(DatatypeReader in) {
        Boolean value = in.flag(null);
        return value == null ? null : new ObservationValue.Flag(value);
    }

    // A date that is none still says that there is a value: null would say that none was sent.
    private static @Nullable ObservationValue day(DatatypeReader in) throws IOException {
        if (in.isAbsent(JsonToken.VALUE_STRING, null)) {
            return null;
        }
        FhirDate date = in.date(null);
        return date == null ? new ObservationValue.Other("valueDateTime") : new ObservationValue.Day(date);
    }

    private static @Nullable ObservationValue other(String name, DatatypeReader in) throws IOException {
        if (in.at(JsonToken.VALUE_NULL)) {
            return null;
        }
        in.skip();
        return new ObservationValue.Other(name);
    }

    private static @Nullable ObservationValue skip(DatatypeReader in) throws IOException {
        in.skip();
        return null;
    }
}
