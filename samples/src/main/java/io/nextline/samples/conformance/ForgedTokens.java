package io.nextline.samples.conformance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that no service may believe. */
final class ForgedTokens {

    private ForgedTokens() {}

    /** Returns a token that says it is not signed. */
    static String unsigned(String audience) {
        return content("none", audience) + ".";
    }

    /** Returns a token signed with a secret that everybody can guess. */
    static String symmetric(String audience) {
        String content = content("HS256", audience);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return content + "." + encoded(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }

    private static String content(String algorithm, String audience) {
        long now = Instant.now().getEpochSecond();
        String header = "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\",\"kid\":\"conformance\"}";
        String claims = "{\"iss\":\"https://conformance.example.org\",\"aud\":\"" + audience + "\",\"exp\":"
                + (now + 300) + ",\"iat\":" + now + ",\"jti\":\"" + UUID.randomUUID() + "\"}";
        return encoded(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
