package io.nextline.cdshooks.security;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A token in the making: a good one, of which a test spoils a part. */
public final class TestToken {

    private final Map<String, Object> header = new LinkedHashMap<>();
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private String payload;

    public static TestToken of(String issuer, String audience, Instant now) {
        TestToken token = new TestToken();
        token.header.put("typ", "JWT");
        token.header.put("alg", "ES384");
        token.claims.put("iss", issuer);
        token.claims.put("aud", audience);
        token.claims.put("iat", now.getEpochSecond());
        token.claims.put("exp", now.getEpochSecond() + 300);
        token.claims.put("jti", UUID.randomUUID().toString());
        return token;
    }

    /** Sets a field of the header; null leaves it out. */
    public TestToken header(String name, Object value) {
        return set(header, name, value);
    }

    /** Sets a claim; null leaves it out. */
    public TestToken claim(String name, Object value) {
        return set(claims, name, value);
    }

    private TestToken set(Map<String, Object> fields, String name, Object value) {
        if (value == null) {
            fields.remove(name);
        } else {
            fields.put(name, value);
        }
        return this;
    }

    /** Replaces the claims by a text. */
    public TestToken payload(String json) {
        payload = json;
        return this;
    }

    public String claims() {
        return payload == null ? TestKey.json(claims) : payload;
    }

    /** Returns the token signed as its header says, with the key's id unless the test has set one. */
    public String signedBy(TestKey key) {
        header.putIfAbsent("kid", key.kid());
        return signedBy(key, String.valueOf(header.get("alg")));
    }

    /** Returns the token signed in another way than its header says. */
    public String signedBy(TestKey key, String algorithm) {
        String input = input();
        return input + '.' + base64(key.sign(algorithm, input.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Returns header and claims, encoded. */
    public String input() {
        return base64(TestKey.json(header).getBytes(StandardCharsets.UTF_8))
                + '.'
                + base64(claims().getBytes(StandardCharsets.UTF_8));
    }

    public static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
