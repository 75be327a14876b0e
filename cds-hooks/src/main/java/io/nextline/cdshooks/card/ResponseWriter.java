package io.nextline.cdshooks.card;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.nextline.core.evidence.EvidenceReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Writes a CDS Hooks response: the cards, and the account of the whole report as the response's extension. Thread-safe;
 * equal reports and calls give equal bytes.
 */
public final class ResponseWriter {

    private static final int USUAL_SIZE = 48 * 1024;
    private static final int LARGEST_KEPT = 256 * 1024;

    private final JsonFactory json = new JsonFactory();
    private final BlockingQueue<ByteArrayOutputStream> buffers =
            new ArrayBlockingQueue<>(2 * Runtime.getRuntime().availableProcessors());
    private final CardRenderer renderer;

    /**
     * Makes a writer.
     *
     * @param renderer turns card plans into cards
     */
    public ResponseWriter(CardRenderer renderer) {
        this.renderer = renderer;
    }

    /** Puts what cards may say into words now; see {@link CardRenderer#prepare()}. */
    public void prepare() {
        renderer.prepare();
    }

    /**
     * Returns the response as UTF-8 JSON.
     *
     * @param report what was concluded
     * @param hookInstance the client's id of the call
     */
    public byte[] write(EvidenceReport report, String hookInstance) {
        return write(report, cards(report, hookInstance));
    }

    /**
     * Returns the cards of a report.
     *
     * @param report what was concluded
     * @param hookInstance the client's id of the call
     */
    public List<Card> cards(EvidenceReport report, String hookInstance) {
        return cards(report, hookInstance, null);
    }

    /**
     * Returns the cards of a report.
     *
     * @param report what was concluded
     * @param hookInstance the client's id of the call
     * @param patient the id of the patient to offer recording a missing fact for, or null to offer nothing of the kind
     */
    public List<Card> cards(EvidenceReport report, String hookInstance, @Nullable String patient) {
        return renderer.render(report, hookInstance, patient);
    }

    /**
     * Returns the response as UTF-8 JSON.
     *
     * @param report what was concluded
     * @param cards its cards
     */
    public byte[] write(EvidenceReport report, List<Card> cards) {
        ByteArrayOutputStream kept = buffers.poll();
        ByteArrayOutputStream bytes = kept == null ? new ByteArrayOutputStream(USUAL_SIZE) : kept;
        try (JsonGenerator generator = json.createGenerator(bytes, JsonEncoding.UTF8)) {
            write(generator, report, cards);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory does not fail", impossible);
        }
        byte[] response = bytes.toByteArray();
        keep(bytes);
        return response;
    }

    private void keep(ByteArrayOutputStream bytes) {
        if (bytes.size() <= LARGEST_KEPT) {
            bytes.reset();
            buffers.offer(bytes);
        }
    }

    /**
     * Writes the response through a generator of the caller's, for example one that indents.
     *
     * @throws IOException if the generator cannot write
     */
    public void write(JsonGenerator generator, EvidenceReport report, String hookInstance) throws IOException {
        write(generator, report, renderer.render(report, hookInstance));
    }

    private static void write(JsonGenerator generator, EvidenceReport report, List<Card> cards) throws IOException {
        CardWriter writer = new CardWriter(generator);
        generator.writeStartObject();
        generator.writeArrayFieldStart("cards");
        for (Card card : cards) {
            writer.write(card);
        }
        generator.writeEndArray();
        generator.writeObjectFieldStart("extension");
        generator.writeFieldName("io.nextline.assessment");
        new AssessmentWriter(generator).write(report);
        generator.writeEndObject();
        generator.writeEndObject();
    }
}
