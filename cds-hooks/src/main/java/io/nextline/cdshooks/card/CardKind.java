package io.nextline.cdshooks.card;

import io.nextline.core.evidence.EvidenceVersion;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/**
 * What cards that show the same statements have in common, whoever the patient is. The first half of a card's uuid is its kind's, so
 * that feedback, which names a card by its uuid alone, can be told by statement without keeping a list of the cards that were sent.
 *
 * @param id the first three groups of the uuid of each such card, 18 characters; made from the other components alone
 * @param evidenceVersion the version of the evidence base
 * @param layer the publications that it speaks from, by their published name
 * @param statements the ids of the statements, the leading one first
 */
public record CardKind(String id, String evidenceVersion, String layer, List<String> statements) {

    private static final int ID_LENGTH = 18;
    private static final long VERSION_BITS = 0xF000L;
    private static final long VERSION_5 = 0x5000L;
    private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    public CardKind {
        statements = List.copyOf(statements);
    }

    /** Returns the kind of cards with these statements. */
    static CardKind of(EvidenceVersion version, List<String> statements) {
        String name = version.version() + '\n' + version.layer().id() + '\n' + String.join("\n", statements);
        String id = new UUID(high(hash(name)), 0).toString().substring(0, ID_LENGTH);
        return new CardKind(id, version.version(), version.layer().id(), statements);
    }

    /**
     * Returns the id of the kind that a card is of.
     *
     * @param uuid a UUID in its usual form, in lower case
     */
    public static String idOf(String uuid) {
        return uuid.substring(0, ID_LENGTH);
    }

    /**
     * Returns a name-based UUID, as version 5 describes it but for its first half, which is the kind's.
     *
     * @param name what tells it from the others of its kind
     */
    String uuid(String name) {
        long low = hash(id + '\n' + name).getLong(Long.BYTES);
        return id + new UUID(0, (low & ~VARIANT_BITS) | VARIANT).toString().substring(ID_LENGTH);
    }

    private static long high(ByteBuffer hash) {
        return (hash.getLong(0) & ~VERSION_BITS) | VERSION_5;
    }

    private static ByteBuffer hash(String name) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-1").digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }
}
