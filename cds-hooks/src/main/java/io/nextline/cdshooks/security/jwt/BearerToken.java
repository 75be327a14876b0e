package io.nextline.cdshooks.security.jwt;

import io.nextline.cdshooks.security.RefusalCause;
import java.util.Base64;
import java.util.List;

/** A token as text: three parts of base64url, not longer than {@link #MAX_LENGTH}. Its text form hides it. */
final class BearerToken {

    /** The longest token, in characters. */
    static final int MAX_LENGTH = 8 * 1024;

    private static final String SCHEME = "Bearer ";

    private final String text;
    private final int headerEnd;
    private final int payloadEnd;

    private BearerToken(String text, int headerEnd, int payloadEnd) {
        this.text = text;
        this.headerEnd = headerEnd;
        this.payloadEnd = payloadEnd;
    }

    /**
     * Takes the token out of the {@code Authorization} headers of a call.
     *
     * @throws RefusedException if there is not exactly one, or it bears none
     */
    static BearerToken of(List<String> authorization) throws RefusedException {
        if (authorization.isEmpty()) {
            throw new RefusedException(RefusalCause.NO_CREDENTIALS);
        }
        if (authorization.size() > 1) {
            throw new RefusedException(RefusalCause.SEVERAL_CREDENTIALS);
        }
        String value = authorization.get(0);
        if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new RefusedException(RefusalCause.NOT_BEARER);
        }
        return parse(value.substring(SCHEME.length()));
    }

    private static BearerToken parse(String text) throws RefusedException {
        if (text.length() > MAX_LENGTH) {
            throw new RefusedException(RefusalCause.TOKEN_TOO_LONG);
        }
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        if (first <= 0 || second <= first + 1 || !text.chars().allMatch(BearerToken::isInAlphabet)) {
            throw new RefusedException(RefusalCause.TOKEN_MALFORMED);
        }
        if (text.indexOf('.', second + 1) >= 0) {
            throw new RefusedException(RefusalCause.TOKEN_MALFORMED);
        }
        return new BearerToken(text, first, second);
    }

    private static boolean isInAlphabet(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.';
    }

    byte[] header() throws RefusedException {
        return decode(text.substring(0, headerEnd));
    }

    byte[] payload() throws RefusedException {
        return decode(text.substring(headerEnd + 1, payloadEnd));
    }

    private static byte[] decode(String part) throws RefusedException {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException broken) {
            throw new RefusedException(RefusalCause.TOKEN_MALFORMED);
        }
    }

    /** Returns the whole token, for the check of its signature. */
    String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "***";
    }
}
