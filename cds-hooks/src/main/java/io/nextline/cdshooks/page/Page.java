package io.nextline.cdshooks.page;

import java.nio.charset.StandardCharsets;

/**
 * A document to be sent.
 *
 * @param route which kind of page it is
 * @param status the HTTP status it comes with
 * @param type its media type
 * @param text the document
 * @param tag changes with the text, without quotation marks
 * @param lasting whether a copy may be used for a day without asking; else it is asked for again
 */
public record Page(PageRoute route, int status, String type, String text, String tag, boolean lasting) {
    /** Returns the bytes to be sent. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
