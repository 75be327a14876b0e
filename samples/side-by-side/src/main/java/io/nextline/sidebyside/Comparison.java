package io.nextline.sidebyside;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures of both services, row by row, with the ratio between them. Not thread-safe. */
final class Comparison {

    private final List<Row> rows = new ArrayList<>();

    /**
     * A measure of both.
     *
     * @param moreIsBetter whether the larger number is the better one
     */
    private record Row(String measure, String unit, double nextline, double hapi, boolean moreIsBetter) {

        /** Returns how many times better Nextline is; below one it is worse. */
        double ratio() {
            return moreIsBetter ? nextline / hapi : hapi / nextline;
        }
    }

    /** Adds a measure of which less is better. */
    void less(String measure, String unit, double nextline, double hapi) {
        rows.add(new Row(measure, unit, nextline, hapi, false));
    }

    /** Adds a measure of which more is better. */
    void more(String measure, String unit, double nextline, double hapi) {
        rows.add(new Row(measure, unit, nextline, hapi, true));
    }

    /** Returns the rows as text, in columns. */
    String table() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%-44s %12s %12s %8s%n", "", "Nextline", "HAPI", "ratio"));
        for (Row row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-44s %12s %12s %7.1fx%n",
                    row.measure() + (row.unit().isEmpty() ? "" : ", " + row.unit()),
                    number(row.nextline()),
                    number(row.hapi()),
                    row.ratio()));
        }
        return text.append("A ratio above 1 is in Nextline's favour.").toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 || value == Math.rint(value) ? "%.0f" : "%.2f", value);
    }

    /** Returns the rows as a JSON array. */
    String json() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartArray();
            for (Row row : rows) {
                json.writeStartObject();
                json.writeStringField("measure", row.measure());
                json.writeStringField("unit", row.unit());
                json.writeNumberField("nextline", row.nextline());
                json.writeNumberField("hapi", row.hapi());
                json.writeNumberField("ratio", row.ratio());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return text.toString();
    }
}
