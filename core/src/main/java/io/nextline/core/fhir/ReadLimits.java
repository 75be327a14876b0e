package io.nextline.core.fhir;

/**
 * How much a {@link RecordReader} takes before it refuses the input. Each limit is inclusive: a value at the limit is read.
 *
 * @param maxBytes bytes of input
 * @param maxDepth objects and arrays within one another
 * @param maxTextLength characters of a text that is read; a text that is passed over is bounded by {@code maxBytes} alone,
 *     because no part of it is held
 * @param maxNameLength characters of a field name
 * @param maxNumberLength characters of a number that is read; a longer one sets its entry aside
 * @param maxExponent the exponent of a number that is read, by its absolute value; a larger one sets its entry aside
 * @param maxTokens JSON tokens, those passed over included
 * @param maxEntries resources kept and issues noted, over everything that one {@link RecordBuilder} collects; resources of
 *     types that Nextline does not use are not counted
 */
public record ReadLimits(
        long maxBytes,
        int maxDepth,
        int maxTextLength,
        int maxNameLength,
        int maxNumberLength,
        int maxExponent,
        long maxTokens,
        int maxEntries) {

    private static final long MEBIBYTE = 1024L * 1024L;

    /** Refuses a limit below one. */
    public ReadLimits {
        long smallest = Math.min(maxBytes, Math.min(maxTokens, maxDepth));
        smallest = Math.min(smallest, Math.min(maxTextLength, maxNameLength));
        smallest = Math.min(smallest, Math.min(maxNumberLength, Math.min(maxExponent, maxEntries)));
        if (smallest < 1) {
            throw new IllegalArgumentException("every read limit needs to be at least 1");
        }
    }

    /** Returns the limits for a request from the network: 8 MiB, 5,000 entries, 2,000,000 tokens. */
    public static ReadLimits forRequests() {
        return new ReadLimits(8 * MEBIBYTE, 64, 1_000_000, 256, 40, 30, 2_000_000, 5_000);
    }

    /**
     * Returns the limits for a file that its user chose: 1 GiB and 200,000 entries. Depth, text, name and number are bounded
     * as for requests.
     */
    public static ReadLimits forFiles() {
        return new ReadLimits(1024 * MEBIBYTE, 64, 1_000_000, 256, 40, 30, 250_000_000, 200_000);
    }
}
