package io.nextline.cdshooks.request;

import java.util.Arrays;

/**
 * The token with which a client lets the service read from its FHIR server during one call. It shows itself to nobody but the
 * request that needs it, cannot be serialised, equals nothing but itself, and is blank once the call has ended. Copies that the
 * HTTP client makes of the header live until they are collected as garbage. Not thread-safe; one call owns it.
 */
public final class AccessToken {

    private static final int LONGEST = 16 * 1024;

    private final char[] characters;

    /**
     * Takes a token.
     *
     * @param characters the token; the array is kept and blanked by {@link #forget}
     */
    AccessToken(char[] characters) {
        this.characters = characters;
    }

    /** Returns whether it can stand in an Authorization header: RFC 6750's characters, at most 16 KiB of them. */
    boolean isLegal() {
        int end = characters.length;
        while (end > 0 && characters[end - 1] == '=') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            if (!isLegal(characters[i])) {
                return false;
            }
        }
        return end > 0 && characters.length <= LONGEST;
    }

    private static boolean isLegal(char c) {
        boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return letterOrDigit || "-._~+/".indexOf(c) >= 0;
    }

    /** Returns the value of the Authorization header. */
    public String header() {
        return "Bearer " + String.valueOf(characters);
    }

    /** Blanks the token. */
    void forget() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "AccessToken[hidden]";
    }
}
