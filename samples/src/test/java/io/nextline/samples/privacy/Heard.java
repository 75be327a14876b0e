package io.nextline.samples.privacy;

import java.nio.charset.StandardCharsets;

/**
 * What came back over a connection.
 *
 * @param path which of the suite's paths it answers
 * @param status the status, 0 where nothing came
 * @param head status line and headers
 * @param body the body, each byte a character
 */
public record Heard(String path, int status, String head, String body) {

    /** Takes an answer apart. */
    static Heard of(String path, byte[] all) {
        String text = new String(all, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        return end < 0
                ? new Heard(path, 0, "", "")
                : new Heard(
                        path, Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
    }

    /** Returns the body. */
    byte[] bytes() {
        return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns the body as UTF-8. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
