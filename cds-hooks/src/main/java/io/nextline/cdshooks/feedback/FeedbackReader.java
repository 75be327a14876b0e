package io.nextline.cdshooks.feedback;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nextline.cdshooks.request.MalformedRequestException;
import io.nextline.cdshooks.request.RequestFields;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import io.nextline.core.fhir.UnreadableRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads bodies of feedback: unknown fields and extensions are passed over, null and empty texts count as absent, and every rule that
 * is broken is told with its element. Thread-safe.
 */
final class FeedbackReader {

    /** The most bytes that a body may have. */
    static final int MOST_BYTES = 256 * 1024;

    private static final int MOST_ENTRIES = 500;
    private static final ReadLimits LIMITS =
            new ReadLimits(MOST_BYTES, 32, MOST_BYTES, 256, 40, 30, 100_000, MOST_ENTRIES);

    private final RecordReader json = new RecordReader(LIMITS);

    /**
     * Reads one body to its end.
     *
     * @throws IOException if the stream fails
     * @throws UnreadableRecordException if it is no JSON, is cut off or goes over a limit
     * @throws MalformedRequestException if it is no body of feedback, or a field stands twice
     * @throws InvalidFeedbackException if an entry breaks a rule
     */
    List<Feedback> read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new UnreadableRecordException(UnreadableRecordException.Reason.TOO_LARGE);
        }
        try (JsonParser parser = json.open(bytes)) {
            return read(parser);
        } catch (IOException problem) {
            throw UnreadableRecordException.of(problem);
        }
    }

    private static List<Feedback> read(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new MalformedRequestException("the body needs to be a JSON object that holds the array feedback");
        }
        boolean found = false;
        List<Feedback> read = new ArrayList<>();
        Problems problems = new Problems();
        RequestFields fields = new RequestFields(parser, "the body");
        for (String name = fields.next(); name != null; name = fields.next()) {
            if (name.equals("feedback")) {
                found = true;
                entries(parser, read, problems);
            } else {
                parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw new MalformedRequestException("more follows the body; send one JSON object");
        }
        if (!found) {
            throw new MalformedRequestException("feedback is missing; send an array with an entry for each feedback");
        }
        problems.throwIfAny();
        return read;
    }

    private static void entries(JsonParser parser, List<Feedback> into, Problems problems) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new MalformedRequestException("feedback needs to be an array, with an entry for each feedback");
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            if (i == MOST_ENTRIES) {
                throw new MalformedRequestException(
                        "feedback has more than " + MOST_ENTRIES + " entries; send them in several calls");
            }
            String at = "feedback[" + i + "]";
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                new EntryReading(parser, at, problems).readInto(into);
            } else {
                problems.add(at, "needs to be a JSON object");
                parser.skipChildren();
            }
        }
    }
}
