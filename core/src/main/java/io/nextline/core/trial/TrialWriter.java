package io.nextline.core.trial;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;

/**
 * Prints trials as JSON: first the fields of the public contract, where null means that the source does not say, then the
 * further ones where the source says them. Same trials, same bytes. Safe for concurrent use.
 */
public final class TrialWriter {
    private final JsonFactory factory = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /**
     * Writes an array in {@link Trial#ORDER}, UTF-8, and leaves the stream open.
     *
     * @throws IOException if the stream cannot be written to
     */
    public void write(Collection<Trial> trials, OutputStream out) throws IOException {
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            var indenter = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            TrialJson shape = new TrialJson(json);
            shape.array(null, trials.stream().sorted(Trial.ORDER).toList(), shape::trial);
            json.writeRaw('\n');
        }
    }
}
