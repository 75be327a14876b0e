package io.nextline.cdshooks.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The one style sheet of all pages: screen and phone, dark and light, and paper. Its classes are named for what they hold and are
 * kept from version to version; {@code style.css} lists them.
 */
public final class PageStyle {
    private static final int SHORT = 16;

    private PageStyle() {}

    /** Returns the style sheet. */
    public static String css() {
        return file("style.css");
    }

    /** Returns what a content security policy needs to allow this style sheet inline: {@code 'sha256-…'}. */
    public static String source(String css) {
        return "'sha256-" + Base64.getEncoder().encodeToString(sha256(css)) + "'";
    }

    static String file(String name) {
        try (InputStream in = PageStyle.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(name + " cannot be read from the jar", failure);
        }
    }

    /** Returns a short name for a text, another one as soon as the text is another. */
    static String tag(String text) {
        return HexFormat.of().formatHex(sha256(text)).substring(0, SHORT);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
