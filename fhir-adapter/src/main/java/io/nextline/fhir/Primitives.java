package io.nextline.fhir;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * Writes FHIR's primitives as JSON, as the text that they came as: their Java values are padded (dates) or null (codes that HAPI does
 * not know). What is no number or no boolean is written as a text, which core takes for the wrong shape that it is.
 */
final class Primitives {

    private Primitives() {}

    /** Returns the text of a primitive; of a decimal in the form that stays short whatever its exponent. */
    static @Nullable String text(IBase value, Structure.Form form) {
        IPrimitiveType<?> primitive = (IPrimitiveType<?>) value;
        boolean decimal = form == Structure.Form.DECIMAL;
        return decimal && primitive.getValue() instanceof BigDecimal number
                ? number.toString()
                : primitive.getValueAsString();
    }

    /** Writes a primitive by its text. */
    static void write(String text, Structure.Form form, JsonGenerator out) throws IOException {
        switch (form) {
            case INTEGER, DECIMAL -> number(text, out);
            case FLAG -> flag(text, out);
            default -> out.writeString(text);
        }
    }

    /** Returns whether a text is a number as JSON has it. */
    static boolean isNumber(String text) {
        int whole = text.startsWith("-") ? 1 : 0;
        int end = afterDigits(text, whole);
        if (end == whole || (text.charAt(whole) == '0' && end > whole + 1)) {
            return false;
        }
        if (end < text.length() && text.charAt(end) == '.') {
            int fraction = end + 1;
            end = afterDigits(text, fraction);
            if (end == fraction) {
                return false;
            }
        }
        return end == text.length() || isExponent(text, end);
    }

    private static boolean isExponent(String text, int letter) {
        if (text.charAt(letter) != 'e' && text.charAt(letter) != 'E') {
            return false;
        }
        boolean signed = text.startsWith("+", letter + 1) || text.startsWith("-", letter + 1);
        int digits = letter + (signed ? 2 : 1);
        return digits < text.length() && afterDigits(text, digits) == text.length();
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
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
