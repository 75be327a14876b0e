package io.nextline.cdshooks.operation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.nextline.cdshooks.security.Caller;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one line of JSON for each call, and each page asked for, to the logger {@value #LOGGER}. The fields are a fixed list, and none of them holds patient
 * data or text of a parser. Everything beyond printable ASCII is escaped, so that no value can break or forge a line. Thread-safe.
 */
public final class AccessLog implements CallWatch {

    /** The logger's name. */
    public static final String LOGGER = "nextline.access";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
    private static final int USUAL_LENGTH = 384;

    private final JsonFactory json =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Override
    public void ended(CallAccount account) {
        if (LOG.isInfoEnabled()) {
            LOG.info("{}", line(account));
        }
    }

    @Override
    public void visited(PageVisit visit) {
        if (LOG.isInfoEnabled()) {
            LOG.info("{}", line(visit));
        }
    }

    /** Writes the fields of a line. */
    private interface Fields {
        void to(JsonGenerator out) throws IOException;
    }

    /** Returns the line of a call. */
    String line(CallAccount account) {
        return line(out -> {
            call(out, account);
            answer(out, account);
        });
    }

    /** Returns the line of a page. */
    String line(PageVisit visit) {
        return line(out -> {
            out.writeStringField("route", visit.route().id());
            out.writeStringField("outcome", visit.outcome().name().toLowerCase(Locale.ROOT));
            out.writeNumberField("status", visit.status());
            out.writeNumberField("ms", TimeUnit.NANOSECONDS.toMillis(visit.nanos()));
        });
    }

    private String line(Fields fields) {
        StringWriter line = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator out = json.createGenerator(line)) {
            out.writeStartObject();
            fields.to(out);
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory does not fail", impossible);
        }
        // Jackson leaves DEL as it is, which some terminals act on.
        return line.toString().replace("\u007f", "\\u007F");
    }

    private static void call(JsonGenerator out, CallAccount account) throws IOException {
        Caller caller = account.caller();
        TraceContext trace = account.trace();
        out.writeStringField("request", account.requestId());
        text(out, "trace", trace == null ? null : trace.traceId());
        out.writeStringField("service", account.service().id());
        text(out, "issuer", account.issuer());
        text(out, "tenant", caller == null ? null : caller.tenant());
        text(out, "jti", account.jti());
    }

    private static void answer(JsonGenerator out, CallAccount account) throws IOException {
        out.writeStringField("outcome", account.outcome().id());
        out.writeNumberField("status", account.status());
        text(
                out,
                "refusal",
                account.refusal() == null ? null : account.refusal().name());
        if (account.outcome().isAnswered()) {
            out.writeNumberField("cards", account.cardIds().size());
            text(
                    out,
                    "noCardReason",
                    account.noCardReason() == null
                            ? null
                            : account.noCardReason().id());
            out.writeStringField("evidence", account.evidenceVersion());
        }
        out.writeNumberField("ms", TimeUnit.NANOSECONDS.toMillis(account.nanos()));
    }

    private static void text(JsonGenerator out, String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
        }
    }
}
