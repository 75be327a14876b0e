package io.nextline.cdshooks.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the {@code fhirAuthorization} of a request. */
final class AuthorizationReading {

    private final JsonParser parser;
    private @Nullable AccessToken token;
    private @Nullable String type;
    private @Nullable String scope;
    private @Nullable String patient;
    private long expiresIn = Long.MAX_VALUE;

    AuthorizationReading(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads the object at hand; null where it holds no token. */
    @Nullable FhirAuthorization read() throws IOException {
        RequestFields fields = new RequestFields(parser, "fhirAuthorization");
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "access_token" -> token = token();
                case "token_type" -> type = RequestFields.text(parser, "fhirAuthorization.token_type");
                case "scope" -> scope = RequestFields.text(parser, "fhirAuthorization.scope");
                case "patient" -> patient = RequestFields.text(parser, "fhirAuthorization.patient");
                case "expires_in" -> expiresIn = seconds();
                default -> parser.skipChildren();
            }
        }
        return token == null ? null : new FhirAuthorization(token, isUsable(token), scope, bareId(patient));
    }

    private @Nullable AccessToken token() throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            // Refuses anything but null.
            RequestFields.text(parser, "fhirAuthorization.access_token");
            return null;
        }
        int start = parser.getTextOffset();
        return new AccessToken(Arrays.copyOfRange(parser.getTextCharacters(), start, start + parser.getTextLength()));
    }

    // A number that is no count of seconds tells nothing; the FHIR server knows when a token has expired.
    private long seconds() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getTextLength() < 10) {
            return parser.getLongValue();
        }
        parser.skipChildren();
        return Long.MAX_VALUE;
    }

    private boolean isUsable(AccessToken given) {
        return "Bearer".equalsIgnoreCase(type) && expiresIn > 0 && given.isLegal();
    }

    private static @Nullable String bareId(@Nullable String patient) {
        return patient != null && patient.startsWith("Patient/") ? patient.substring("Patient/".length()) : patient;
    }
}
