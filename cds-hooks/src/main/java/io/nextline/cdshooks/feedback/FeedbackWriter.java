package io.nextline.cdshooks.feedback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Writes feedback for people and their tools, one after the other. Not thread-safe. */
public sealed interface FeedbackWriter extends Consumer<KeptFeedback> permits CsvWriter, NdjsonWriter {

    /** Returns a writer of comma-separated values, by RFC 4180, with a header; no cell is a formula to a spreadsheet. */
    static FeedbackWriter csv(Appendable to) {
        return new CsvWriter(to);
    }

    /** Returns a writer of one JSON object a line. */
    static FeedbackWriter ndjson(Appendable to) {
        return new NdjsonWriter(to);
    }

    /** Writes what stands before the first feedback. */
    void begin();

    /** Appends text to a target whose failure is the caller's. */
    static void append(Appendable to, String text) {
        try {
            to.append(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
