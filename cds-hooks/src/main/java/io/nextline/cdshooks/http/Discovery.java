package io.nextline.cdshooks.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.nextline.cdshooks.CdsService;
import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.prefetch.PrefetchKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** The answer to discovery, made once: it changes only with the program and its evidence. */
final class Discovery {

    private static final String CDS_HOOKS_VERSION = "2.0.1";
    private static final String USAGE =
            "For oncology clinicians; not for patients, not for emergencies. Not a medical device:"
                    + " it informs from published trials, does not check interactions, organ function or contraindications, and"
                    + " leaves the decision to the clinician. Answers from prefetch; the keys marked as required are needed (a client"
                    + " that has no such data sends null), the others make fewer answers unknown. Where the site allows it, what is"
                    + " missing is read from fhirServer with the token of fhirAuthorization.";

    private final byte[] body;
    private final String etag;

    Discovery(CdsServices services) {
        this.body = write(services);
        this.etag = etag(body);
    }

    /** Returns the list, or that the client's copy is still good. */
    HttpResponse answer(@Nullable String ifNoneMatch) {
        HttpResponse response =
                EntityTags.match(ifNoneMatch, etag) ? HttpResponse.empty(304) : HttpResponse.json(200, body);
        return response.with("ETag", etag).with("Cache-Control", "no-cache");
    }

    private static byte[] write(CdsServices services) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("services");
            for (CdsService service : CdsService.values()) {
                service(json, service, services.evidenceVersion());
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory does not fail", impossible);
        }
        return bytes.toByteArray();
    }

    private static void service(JsonGenerator json, CdsService service, String evidence) throws IOException {
        json.writeStartObject();
        json.writeStringField("hook", service.hook().id());
        json.writeStringField("title", service.title());
        json.writeStringField("description", service.description());
        json.writeStringField("id", service.id());
        json.writeStringField("version", CDS_HOOKS_VERSION);
        json.writeStringField("hookVersion", service.hook().version());
        json.writeStringField("usageRequirements", USAGE);
        json.writeObjectFieldStart("prefetch");
        for (PrefetchKey key : PrefetchKey.values()) {
            json.writeStringField(key.key(), key.template());
        }
        json.writeEndObject();
        extension(json, evidence);
        json.writeEndObject();
    }

    private static void extension(JsonGenerator json, String evidence) throws IOException {
        json.writeObjectFieldStart("extension");
        json.writeObjectFieldStart("io.nextline.prefetch");
        for (PrefetchKey key : PrefetchKey.values()) {
            json.writeObjectFieldStart(key.key());
            json.writeBooleanField("required", key.isRequired());
            json.writeStringField("decides", key.decides());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeObjectFieldStart("io.nextline.service");
        json.writeStringField("evidenceVersion", evidence);
        json.writeArrayFieldStart("fhirVersions");
        for (String version : new String[] {"4.0.1", "4.3.0", "5.0.0"}) {
            json.writeString(version);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    // Tells versions of the list apart; nobody gains by forging one.
    private static String etag(byte[] body) {
        CRC32C sum = new CRC32C();
        sum.update(body);
        return '"' + HexFormat.of().toHexDigits((int) sum.getValue()) + '"';
    }
}
