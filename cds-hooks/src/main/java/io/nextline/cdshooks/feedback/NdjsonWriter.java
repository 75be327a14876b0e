package io.nextline.cdshooks.feedback;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes feedback as one JSON object a line; a field without a value is left out, and lists are arrays. */
final class NdjsonWriter implements FeedbackWriter {

    private static final Set<String> LISTS = Set.of("statements", "acceptedSuggestions");

    private final JsonFactory json = new JsonFactory();
    private final Appendable to;

    NdjsonWriter(Appendable to) {
        this.to = to;
    }

    @Override
    public void begin() {}

    @Override
    public void accept(KeptFeedback kept) {
        StringWriter line = new StringWriter();
        try (JsonGenerator object = json.createGenerator(line)) {
            object.writeStartObject();
            for (Map.Entry<String, @Nullable String> field :
                    ExportFields.of(kept).entrySet()) {
                write(object, field.getKey(), field.getValue());
            }
            object.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory does not fail", impossible);
        }
        FeedbackWriter.append(to, line + "\n");
    }

    private static void write(JsonGenerator object, String name, @Nullable String value) throws IOException {
        if (value == null || value.isEmpty()) {
            return;
        }
        if (!LISTS.contains(name)) {
            object.writeStringField(name, value);
            return;
        }
        object.writeArrayFieldStart(name);
        for (String part : value.split(" ", -1)) {
            object.writeString(part);
        }
        object.writeEndArray();
    }
}
