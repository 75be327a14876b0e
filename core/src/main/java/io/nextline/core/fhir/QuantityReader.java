package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads {@code Quantity} and the datatypes of the same shape. */
final class QuantityReader {

    private QuantityReader() {}

    static @Nullable Quantity read(DatatypeReader in, @Nullable Quantity earlier) throws IOException {
        if (in.isAbsent(JsonToken.START_OBJECT, earlier)) {
            return earlier;
        }
        BigDecimal value = null;
        String comparator = null;
        String unit = null;
        String system = null;
        String code = null;
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            switch (name) {
                case "value" -> value = in.decimal(value);
                case "comparator" -> comparator = in.text(comparator);
                case "unit" -> unit = in.text(unit);
                case "system" -> system = in.text(system);
                case "code" -> code = in.text(code);
                default -> in.skip();
            }
        }
        boolean empty = value == null && comparator == null && unit == null && system == null && code == null;
        return empty ? null : new Quantity(value, comparator, unit, system, code);
    }
}
