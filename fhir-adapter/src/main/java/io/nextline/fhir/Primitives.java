package io.nextline.fhir;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseBooleanDatatype;
import org.hl7.fhir.instance.model.api.IBaseDecimalDatatype;
import org.hl7.fhir.instance.model.api.IBaseIntegerDatatype;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * Writes FHIR's primitives as JSON, as the text that they came as: their Java values are padded (dates) or null (codes that HAPI does
 * not know). What is no number or no boolean is written as a text, which core takes for the wrong shape that it is.
 */
final class Primitives {

    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?");

    private Primitives() {}

    /** Returns the text of a primitive; of a decimal in the form that stays short whatever its exponent. */
    static @Nullable String text(IPrimitiveType<?> primitive) {
        boolean decimal = primitive instanceof IBaseDecimalDatatype;
        return decimal && primitive.getValue() instanceof BigDecimal number
                ? number.toString()
                : primitive.getValueAsString();
    }

    /** Writes a primitive that has a text. */
    static void write(IPrimitiveType<?> primitive, JsonGenerator out) throws IOException {
        String text = String.valueOf(text(primitive));
        if (primitive instanceof IBaseDecimalDatatype || primitive instanceof IBaseIntegerDatatype) {
            number(text, out);
        } else if (primitive instanceof IBaseBooleanDatatype) {
            flag(text, out);
        } else {
            out.writeString(text);
        }
    }

    /** Returns whether a text is a number as JSON has it. */
    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** Writes the text of a number. */
    static void number(String text, JsonGenerator out) throws IOException {
        if (isNumber(text)) {
            out.writeNumber(text);
        } else {
            out.writeString(text);
        }
    }

    /** Writes the text of a boolean. */
    static void flag(String text, JsonGenerator out) throws IOException {
        if (text.equals("true") || text.equals("false")) {
            out.writeBoolean(text.equals("true"));
        } else {
            out.writeString(text);
        }
    }
}
