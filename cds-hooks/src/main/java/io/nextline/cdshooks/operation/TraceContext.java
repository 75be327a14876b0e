package io.nextline.cdshooks.operation;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a call belongs to, by W3C Trace Context. Only a well-formed header makes one, so its parts are harmless wherever
 * they are printed.
 *
 * @param traceId the trace, 32 lower-case hexadecimal digits
 * @param parentId the caller's span, 16 lower-case hexadecimal digits
 * @param flags two lower-case hexadecimal digits
 * @param state the {@code tracestate} that came along, for requests of our own only: it is the caller's text, and is not printed
 */
public record TraceContext(
        String traceId,
        String parentId,
        String flags,
        @Nullable String state) {

    private static final int LENGTH = 55;
    private static final int TRACE = 3;
    private static final int PARENT = 36;
    private static final int FLAGS = 53;
    // The flags that the recommendation defines: sampled, and random trace id. Others are not passed on.
    private static final int KNOWN_FLAGS = 0x03;

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
                : new TraceContext(trace, parent, header.substring(FLAGS, LENGTH), null);
    }

    /**
     * Reads the headers of a request.
     *
     * @param parents every {@code traceparent}; more than one is as if there were none
     * @param states every {@code tracestate}, in its order
     * @return the trace, or null where there is none that is well-formed; a malformed state is left out
     */
    public static @Nullable TraceContext of(List<String> parents, List<String> states) {
        TraceContext trace = parents.size() == 1 ? parse(parents.get(0)) : null;
        return trace == null
                ? null
                : new TraceContext(trace.traceId, trace.parentId, trace.flags, TraceState.parse(states));
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
        String known = HexFormat.of().toHexDigits((byte) (Integer.parseInt(flags, 16) & KNOWN_FLAGS));
        return new TraceContext(traceId, HexFormat.of().toHexDigits(id == 0 ? 1 : id), known, state);
    }

    /** Returns the header's value. */
    public String header() {
        return "00-" + traceId + "-" + parentId + "-" + flags;
    }

    @Override
    public String toString() {
        return "TraceContext[" + header() + "]";
    }
}
