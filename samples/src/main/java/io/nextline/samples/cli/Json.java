package io.nextline.samples.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Prints JSON on standard output: indented, line ends the same on every system, one line end after it. */
final class Json {

    private Json() {}

    /** What to write. */
    interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    /** A writer of its own format, in UTF-8. */
    interface Bytes {
        void write(OutputStream out) throws IOException;
    }

    /** Prints what writes itself, unchanged. */
    static void printBytes(PrintWriter out, Bytes content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a stream in memory throws nothing", impossible);
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        out.print(text.endsWith("\n") ? text : text + "\n");
    }

    /** Prints what the content writes. */
    static void print(PrintWriter out, Content content) {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(printer());
            content.write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a PrintWriter throws nothing", impossible);
        }
        out.print('\n');
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
    }
}
