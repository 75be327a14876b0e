package io.nextline.cdshooks.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nextline.cdshooks.prefetch.Prefetch;
import io.nextline.core.fhir.RecordBuilder;
import io.nextline.core.fhir.RecordReader;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One reading of one request. Not thread-safe. */
final class RequestReading {

    private final JsonParser parser;
    private final RecordReader resources;
    private final RecordBuilder record = new RecordBuilder();
    private @Nullable String hook;
    private @Nullable String hookInstance;
    private @Nullable String fhirServer;
    private boolean authorized;
    private @Nullable FhirAuthorization authorization;
    private @Nullable ContextReading context;
    private Prefetch prefetch = new Prefetch(Map.of());

    RequestReading(JsonParser parser, RecordReader resources) {
        this.parser = parser;
        this.resources = resources;
    }

    CdsRequest read() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new MalformedRequestException("the body needs to be a CDS Hooks request, a JSON object");
        }
        RequestFields fields = new RequestFields(parser, "the request");
        for (String name = fields.next(); name != null; name = fields.next()) {
            field(name);
        }
        if (parser.nextToken() != null) {
            throw new MalformedRequestException("more follows the request; send one JSON object");
        }
        return request();
    }

    private void field(String name) throws IOException {
        switch (name) {
            case "hook" -> hook = RequestFields.text(parser, name);
            case "hookInstance" -> hookInstance = RequestFields.text(parser, name);
            case "fhirServer" -> fhirServer = RequestFields.textOrSkip(parser);
            case "context" -> context();
            case "prefetch" -> prefetch();
            case "fhirAuthorization" -> authorization();
            default -> parser.skipChildren();
        }
    }

    private void authorization() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedRequestException("fhirAuthorization needs to be a JSON object");
        }
        authorized = true;
        authorization = new AuthorizationReading(parser).read();
    }

    private void context() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedRequestException("context needs to be a JSON object");
        }
        context = new ContextReading(parser, resources, record);
        context.read();
    }

    private void prefetch() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedRequestException("prefetch needs to be a JSON object, one field for each key");
        }
        prefetch = new PrefetchReading(parser, resources, record).read();
    }

    private CdsRequest request() {
        Hook known = Hook.named(required(hook, "hook"));
        if (known == null) {
            throw new MalformedRequestException("hook names none that this service answers; see discovery");
        }
        String instance = required(hookInstance, "hookInstance");
        if (context == null) {
            throw new MalformedRequestException("context is missing; send the context of the hook");
        }
        if (authorized && (fhirServer == null || fhirServer.isBlank())) {
            throw new MalformedRequestException(
                    "fhirServer is missing; CDS Hooks requires it where fhirAuthorization is sent");
        }
        return new CdsRequest(known, instance, fhirServer, authorization, context.context(known), prefetch, record);
    }

    private static String required(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw new MalformedRequestException(field + " is missing or blank; CDS Hooks requires it");
        }
        return value;
    }
}
