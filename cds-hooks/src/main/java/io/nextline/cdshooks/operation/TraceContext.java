package io.nextline.cdshooks.operation;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a call belongs to, by W3C Trace Context. Only a well-formed header makes one, so its parts are harmless wherever
 * they are printed.
 *
 * @param traceId the trace, 32 lower-case hexadecimal digits
 * @param parentId the caller's span, 16 lower-case hexadecimal digits
 * @param flags two lower-case hexadecimal digits
 */
public record TraceContext(String traceId, String parentId, String flags) {

    private static final int LENGTH = 55;
    private static final int TRACE = 3;
    private static final int PARENT = 36;
    private static final int FLAGS = 53;

    /**
     * Reads a {@code traceparent} header.
     *
     * @param header as sent, or null
     * @return the trace, or null where the header is missing or is not well-formed: it is then as if it had not been sent
     */
    public static @Nullable TraceContext parse(@Nullable String header) {
        if (header == null || header.length() < LENGTH || !hasForm(header)) {
            return null;
        }
        String trace = header.substring(TRACE, PARENT - 1);
        String parent = header.substring(PARENT, FLAGS - 1);
        return isZero(trace) || isZero(parent)
                ? null
                : new TraceContext(trace, parent, header.substring(FLAGS, LENGTH));
    }

    // A later version may go on after the flags; version 00 may not, and ff is none.
    private static boolean hasForm(String header) {
        boolean first = header.startsWith("00");
        if (header.startsWith("ff") || (first && header.length() != LENGTH)) {
            return false;
        }
        if (header.length() > LENGTH && header.charAt(LENGTH) != '-') {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            boolean dash = i == TRACE - 1 || i == PARENT - 1 || i == FLAGS - 1;
            if (dash ? header.charAt(i) != '-' : !isHex(header.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    private static boolean isZero(String digits) {
        return digits.chars().allMatch(c -> c == '0');
    }

    /** Returns the trace for a request of our own within this call: a span of its own. */
    public TraceContext child() {
        long id = ThreadLocalRandom.current().nextLong();
        return new TraceContext(traceId, HexFormat.of().toHexDigits(id == 0 ? 1 : id), flags);
    }

    /** Returns the header's value. */
    public String header() {
        return "00-" + traceId + "-" + parentId + "-" + flags;
    }
}
