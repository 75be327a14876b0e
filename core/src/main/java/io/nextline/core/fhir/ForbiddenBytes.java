package io.nextline.core.fhir;

import io.nextline.core.fhir.UnreadableRecordException.Reason;

/**
 * Finds in UTF-8 what Jackson's own parser lets pass and ours does not: characters written longer than need be, halves of surrogate
 * pairs, and what lies beyond Unicode (RFC 3629, section 4). Stands beside a stream, whose parts it sees one after the other. Not
 * thread-safe.
 */
final class ForbiddenBytes {

    private static final int LEAST_OVERLONG = 0xC0;
    private static final int MOST_OVERLONG = 0xC1;
    private static final int FIRST_BEYOND = 0xF5;

    private int before;

    /**
     * Checks the next bytes.
     *
     * @throws UnreadableRecordException if they are not UTF-8
     */
    void check(byte[] in, int from, int length) {
        int last = before;
        for (int i = from; i < from + length; i++) {
            int next = in[i] & 0xFF;
            if (next >= 0x80 && isForbidden(last, next)) {
                throw new UnreadableRecordException(Reason.MALFORMED);
            }
            last = next;
        }
        before = last;
    }

    // The first byte of a character bounds its second one.
    private static boolean isForbidden(int first, int next) {
        return switch (first) {
            case 0xE0 -> next < 0xA0;
            case 0xED -> next > 0x9F;
            case 0xF0 -> next < 0x90;
            case 0xF4 -> next > 0x8F;
            default -> next == LEAST_OVERLONG || next == MOST_OVERLONG || next >= FIRST_BEYOND;
        };
    }
}
