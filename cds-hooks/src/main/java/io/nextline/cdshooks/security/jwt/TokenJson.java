package io.nextline.cdshooks.security.jwt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.nextline.cdshooks.security.RefusalCause;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the two JSON objects of a token within narrow bounds: nothing is nested deeply, no name stands twice, nothing follows the
 * object, no number is costly.
 */
final class TokenJson {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_NUMBER = 20;
    private static final int MAX_NAME = 256;
    private static final int MAX_AUDIENCES = 32;
    private static final long LATEST = 1_000_000_000_000L;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER)
                    .maxNameLength(MAX_NAME)
                    .maxStringLength(BearerToken.MAX_LENGTH)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private TokenJson() {}

    /** Takes one field's value, the parser standing on its first token. */
    private interface Field {
        void read(String name, JsonParser json) throws IOException, RefusedException;
    }

    static TokenHeader header(byte[] bytes) throws RefusedException {
        HeaderFields fields = new HeaderFields();
        object(bytes, fields);
        return new TokenHeader(fields.type, fields.algorithm, fields.kid, fields.critical);
    }

    static TokenClaims claims(byte[] bytes) throws RefusedException {
        ClaimFields fields = new ClaimFields();
        object(bytes, fields);
        return new TokenClaims(
                fields.issuer,
                fields.audience,
                fields.expires,
                fields.issued,
                fields.notBefore,
                fields.jti,
                fields.tenant);
    }

    private static final class HeaderFields implements Field {
        private @Nullable String type;
        private @Nullable String algorithm;
        private @Nullable String kid;
        private boolean critical;

        @Override
        public void read(String name, JsonParser json) throws IOException, RefusedException {
            switch (name) {
                case "typ" -> type = text(json);
                case "alg" -> algorithm = text(json);
                case "kid" -> kid = text(json);
                case "crit", "b64" -> {
                    critical = true;
                    json.skipChildren();
                }
                default -> json.skipChildren();
            }
        }
    }

    private static final class ClaimFields implements Field {
        private @Nullable String issuer;
        private List<String> audience = List.of();
        private @Nullable Long expires;
        private @Nullable Long issued;
        private @Nullable Long notBefore;
        private @Nullable String jti;
        private @Nullable String tenant;

        @Override
        public void read(String name, JsonParser json) throws IOException, RefusedException {
            switch (name) {
                case "iss" -> issuer = text(json);
                case "aud" -> audience = texts(json);
                case "exp" -> expires = seconds(json);
                case "iat" -> issued = seconds(json);
                case "nbf" -> notBefore = seconds(json);
                case "jti" -> jti = text(json);
                case "tenant" -> tenant = text(json);
                default -> json.skipChildren();
            }
        }
    }

    private static void object(byte[] bytes, Field fields) throws RefusedException {
        try (JsonParser json = JSON.createParser(bytes)) {
            require(json.nextToken() == JsonToken.START_OBJECT);
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                fields.read(name, json);
            }
            require(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
        } catch (IOException broken) {
            throw malformed();
        }
    }

    private static String text(JsonParser json) throws IOException, RefusedException {
        require(json.currentToken() == JsonToken.VALUE_STRING);
        return json.getText();
    }

    private static List<String> texts(JsonParser json) throws IOException, RefusedException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return List.of(text(json));
        }
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(texts.size() < MAX_AUDIENCES);
            texts.add(text(json));
        }
        return texts;
    }

    // A NumericDate may have a fraction (RFC 7519, section 2); it is cut off.
    private static long seconds(JsonParser json) throws IOException, RefusedException {
        require(json.currentToken() == JsonToken.VALUE_NUMBER_INT
                || json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT);
        double value = json.getDoubleValue();
        require(Math.abs(value) < LATEST);
        return (long) Math.floor(value);
    }

    private static void require(boolean holds) throws RefusedException {
        if (!holds) {
            throw malformed();
        }
    }

    private static RefusedException malformed() {
        return new RefusedException(RefusalCause.TOKEN_MALFORMED);
    }
}
