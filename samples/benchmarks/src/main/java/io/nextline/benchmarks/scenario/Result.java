package io.nextline.benchmarks.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a scenario measured, row by row, and what was promised of it. Not thread-safe. */
final class Result {

    private static final int DIGITS = 3;

    private final String scenario;
    private final List<Row> rows = new ArrayList<>();

    private record Row(
            String measure,
            double value,
            String unit,
            @Nullable Double most) {

        boolean isKept() {
            return most == null || value <= most;
        }

        String promise() {
            return most == null ? "" : "at most " + number(most) + (isKept() ? ", kept" : ", BROKEN");
        }
    }

    Result(String scenario) {
        this.scenario = scenario;
    }

    /** Adds what was measured. */
    Result tell(String measure, double value, String unit) {
        rows.add(new Row(measure, value, unit, null));
        return this;
    }

    /** Adds what was measured and may not be more than promised. */
    Result promise(String measure, double value, String unit, double most) {
        rows.add(new Row(measure, value, unit, most));
        return this;
    }

    /** Returns whether every promise was kept. */
    boolean isKept() {
        return rows.stream().allMatch(Row::isKept);
    }

    /** Returns the rows as text, in columns. */
    String table() {
        StringBuilder text = new StringBuilder(scenario).append(System.lineSeparator());
        for (Row row : rows) {
            String line = String.format(
                    Locale.ROOT, "  %-52s %12s %-6s %s", row.measure(), number(row.value()), row.unit(), row.promise());
            text.append(line.stripTrailing()).append(System.lineSeparator());
        }
        return text.append(isKept() ? "every promise was kept" : "a promise was broken")
                .toString();
    }

    /** Returns the rows as a JSON object. */
    String json() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("scenario", scenario);
            json.writeBooleanField("kept", isKept());
            json.writeArrayFieldStart("rows");
            for (Row row : rows) {
                write(json, row);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Row row) throws IOException {
        json.writeStartObject();
        json.writeStringField("measure", row.measure());
        json.writeNumberField("value", rounded(row.value()));
        json.writeStringField("unit", row.unit());
        if (row.most() != null) {
            json.writeNumberField("most", rounded(row.most()));
            json.writeBooleanField("kept", row.isKept());
        }
        json.writeEndObject();
    }

    private static String number(double value) {
        return rounded(value).toPlainString();
    }

    private static BigDecimal rounded(double value) {
        BigDecimal exact =
                new BigDecimal(value).setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
