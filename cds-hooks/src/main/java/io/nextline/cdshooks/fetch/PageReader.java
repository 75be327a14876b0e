package io.nextline.cdshooks.fetch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nextline.cdshooks.prefetch.AnswerReader;
import io.nextline.cdshooks.prefetch.PrefetchState;
import io.nextline.core.fhir.QueryAnswer;
import io.nextline.core.fhir.RecordBuilder;
import io.nextline.core.fhir.RecordReader;
import io.nextline.core.fhir.UnreadableRecordException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads fetched pages by the very way that prefetch is read, with its limits. Immutable and thread-safe. */
final class PageReader {

    private final RecordReader resources;
    private final AnswerReader answers;

    PageReader(RecordReader resources) {
        this.resources = resources;
        this.answers = new AnswerReader(resources);
    }

    /** Reads a page; one that is no FHIR JSON, or goes over a limit, is unreadable. */
    PrefetchState read(byte[] json, RecordBuilder record, QueryAnswer answer) {
        try (JsonParser parser = resources.open(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return PrefetchState.UNREADABLE;
            }
            return answers.read(parser, record, answer);
        } catch (UnreadableRecordException unreadable) {
            return PrefetchState.UNREADABLE;
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory does not fail", impossible);
        }
    }

    /** Reads a page of which nothing is expected but that it is FHIR JSON. */
    PrefetchState readAside(byte[] json, RecordBuilder record, QueryAnswer answer) {
        try (JsonParser parser = resources.open(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return PrefetchState.UNREADABLE;
            }
            resources.readInto(parser, record, answer);
            return PrefetchState.SUPPLIED;
        } catch (UnreadableRecordException unreadable) {
            return PrefetchState.UNREADABLE;
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory does not fail", impossible);
        }
    }
}
