package io.nextline.cdshooks.security.key;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads a JSON Web Key Set: which of its keys can be used, and what is wrong with the others. */
final class KeySetReader {

    /** The largest key set that is read, in bytes. */
    static final int MAX_BYTES = 256 * 1024;

    private static final int MAX_KEYS = 200;
    private static final int MAX_DEPTH = 8;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(64 * 1024)
                            .maxNumberLength(20)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final KeyChecks checks;

    KeySetReader(Set<SignatureAlgorithm> allowed) {
        this.checks = new KeyChecks(allowed);
    }

    /**
     * What a set holds.
     *
     * @param keys the usable keys by id
     * @param problems what is wrong with the others, each naming the key's place in the set
     */
    record Content(Map<String, VerificationKey> keys, List<String> problems) {}

    /**
     * Reads a set.
     *
     * @throws KeysUnreadableException if it is no JSON Web Key Set
     */
    Content read(byte[] json) throws KeysUnreadableException {
        JsonNode keys = keys(json);
        List<String> problems = new ArrayList<>();
        Map<String, VerificationKey> usable = new LinkedHashMap<>();
        Set<String> repeated = new TreeSet<>();
        for (int i = 0; i < keys.size(); i++) {
            try {
                VerificationKey key = checks.check(keys.get(i));
                if (usable.put(key.kid(), key) != null) {
                    repeated.add(key.kid());
                    problems.add("keys[" + i + "]: its kid stands twice in the set; give each key its own");
                }
            } catch (KeysUnreadableException unusable) {
                problems.add("keys[" + i + "]: " + unusable.getMessage());
            }
        }
        usable.keySet().removeAll(repeated);
        return new Content(usable, problems);
    }

    private static JsonNode keys(byte[] json) throws KeysUnreadableException {
        JsonNode keys;
        try {
            keys = MAPPER.readTree(json).path("keys");
        } catch (IOException broken) {
            throw new KeysUnreadableException("it is not JSON that can be read, or nested too deeply");
        }
        if (!keys.isArray()) {
            throw new KeysUnreadableException(
                    "it is no JSON Web Key Set: an object with an array \"keys\" is expected");
        }
        if (keys.size() > MAX_KEYS) {
            throw new KeysUnreadableException("it holds more than " + MAX_KEYS + " keys");
        }
        return keys;
    }
}
