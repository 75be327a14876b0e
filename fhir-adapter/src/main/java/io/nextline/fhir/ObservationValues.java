package io.nextline.fhir;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.ObservationValue;
import io.nextline.core.fhir.Quantity;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads {@code value[x]} of an Observation or of one of its components. */
final class ObservationValues {

    private ObservationValues() {}

    static @Nullable ObservationValue of(@Nullable Type value, Elements in) {
        // A chain of tests: pattern switches are a preview in Java 17.
        if (value instanceof org.hl7.fhir.r4.model.Quantity source) {
            Quantity quantity = Datatypes.quantity(source, "valueQuantity", in);
            return quantity == null ? null : new ObservationValue.Measured(quantity);
        }
        if (value instanceof org.hl7.fhir.r4.model.CodeableConcept source) {
            CodeableConcept concept = Datatypes.concept(source);
            return concept == null ? null : new ObservationValue.Coded(concept);
        }
        return value == null ? null : value.isPrimitive() ? primitive(value, in) : other(value);
    }

    private static @Nullable ObservationValue primitive(Type value, Elements in) {
        if (value instanceof StringType string) {
            String text = Elements.text(string);
            return text == null ? null : new ObservationValue.Text(text);
        }
        if (value instanceof IntegerType integer) {
            Integer number = in.whole(integer, "valueInteger");
            return number == null ? null : new ObservationValue.Whole(number);
        }
        if (value instanceof BooleanType truth) {
            Boolean flag = in.flag(truth, "valueBoolean");
            return flag == null ? null : new ObservationValue.Flag(flag);
        }
        return value instanceof DateTimeType date ? day(date, in) : value.isEmpty() ? null : other(value);
    }

    // A date that is none still says that there is a value: null would say that none was sent.
    private static @Nullable ObservationValue day(DateTimeType value, Elements in) {
        if (value.isEmpty()) {
            return null;
        }
        FhirDate date = in.date(value, "valueDateTime");
        return date == null ? other(value) : new ObservationValue.Day(date);
    }

    private static ObservationValue other(Type value) {
        String type = value.fhirType();
        return new ObservationValue.Other("value" + Character.toUpperCase(type.charAt(0)) + type.substring(1));
    }
}
