package io.nextline.cdshooks.feedback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Feedback with what the service knows of its arrival.
 *
 * @param feedback what the client said
 * @param receivedAt when it arrived, to the millisecond
 * @param service the id of the service that the card came from
 * @param issuer the client, one of the configured ones
 * @param tenant the tenant within the client, null if it names none
 * @param evidenceVersion the evidence that the service had when the feedback arrived
 */
public record ReceivedFeedback(
        Feedback feedback,
        Instant receivedAt,
        String service,
        String issuer,
        @Nullable String tenant,
        String evidenceVersion) {

    /**
     * Returns what tells this feedback from any other, a SHA-256 in hexadecimal: the same feedback of the same client sent again has
     * the same, whenever it arrives.
     */
    String fingerprint() {
        Reason reason = feedback.reason();
        String[] parts = {
            issuer,
            tenant,
            service,
            feedback.card(),
            feedback.outcome().code(),
            feedback.outcomeTimestamp().toString(),
            String.join(" ", feedback.acceptedSuggestions()),
            reason == null ? null : reason.code(),
            reason == null ? null : reason.system(),
            reason == null ? null : reason.display(),
            feedback.userComment()
        };
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                add(digest, part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    // The length before each part keeps parts from running into one another; a missing one has the length -1.
    private static void add(MessageDigest digest, @Nullable String part) {
        byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(part == null ? -1 : bytes.length)
                .array());
        digest.update(bytes);
    }
}
