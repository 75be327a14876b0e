package io.nextline.core.trial;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Writes fields: {@code field} writes null where there is nothing, {@code extra} leaves the field out. */
class JsonOutput {
    private final JsonGenerator json;

    JsonOutput(JsonGenerator json) {
        this.json = json;
    }

    /** Writes one object. */
    @FunctionalInterface
    interface Shape<T> {
        void write(T value) throws IOException;
    }

    final void field(String name, @Nullable Object value) throws IOException {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(value.toString());
        }
    }

    final void extra(String name, @Nullable Object value) throws IOException {
        if (value != null) {
            field(name, value);
        }
    }

    /** Writes the flag only where it is set. */
    final void flag(String name, boolean set) throws IOException {
        if (set) {
            json.writeBooleanField(name, true);
        }
    }

    final void texts(String name, Collection<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    final void extraTexts(String name, Collection<String> texts) throws IOException {
        if (!texts.isEmpty()) {
            texts(name, texts);
        }
    }

    final <T> void object(String name, @Nullable T value, Shape<T> shape) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeFieldName(name);
            whole(value, shape);
        }
    }

    final <T> void extraObject(String name, @Nullable T value, Shape<T> shape) throws IOException {
        if (value != null) {
            object(name, value, shape);
        }
    }

    final <T> void array(@Nullable String name, Collection<T> values, Shape<T> shape) throws IOException {
        if (name != null) {
            json.writeFieldName(name);
        }
        json.writeStartArray();
        for (T value : values) {
            whole(value, shape);
        }
        json.writeEndArray();
    }

    final <T> void extraArray(String name, Collection<T> values, Shape<T> shape) throws IOException {
        if (!values.isEmpty()) {
            array(name, values, shape);
        }
    }

    private <T> void whole(T value, Shape<T> shape) throws IOException {
        json.writeStartObject();
        shape.write(value);
        json.writeEndObject();
    }
}
