package io.nextline.cdshooks.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** An HTTP response. Immutable as long as nobody writes into its body. */
public final class HttpResponse {

    private static final byte[] NOTHING = new byte[0];

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final long length;

    private HttpResponse(int status, Map<String, String> headers, byte[] body, long length) {
        this.status = status;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        this.body = body;
        this.length = length;
    }

    /** Returns a response with a JSON body. */
    static HttpResponse json(int status, byte[] body) {
        return of(status, "application/json", body);
    }

    /**
     * Returns a response with a body.
     *
     * @param contentType its media type, with the charset where it is text
     * @param body the bytes, not copied
     */
    public static HttpResponse of(int status, String contentType, byte[] body) {
        return new HttpResponse(status, Map.of("Content-Type", contentType), body, body.length);
    }

    /** Returns a response that has no body by its nature, as 204 and 304 have none. */
    static HttpResponse empty(int status) {
        return new HttpResponse(status, Map.of(), NOTHING, -1);
    }

    /** Returns the answer to what was done and leaves nothing to say. */
    static HttpResponse done() {
        return new HttpResponse(200, Map.of(), NOTHING, 0);
    }

    /** Returns this response with one more header, or with another value for it. */
    public HttpResponse with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpResponse(status, more, body, length);
    }

    /** Returns what HEAD gets: the same head, the length included, without the body. */
    HttpResponse withoutBody() {
        return new HttpResponse(status, headers, NOTHING, length);
    }

    /** Returns the status code. */
    public int status() {
        return status;
    }

    /** Returns the headers in the order they were set; Content-Length is not among them. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the bytes to send; the array is not copied and is not to be changed. */
    public byte[] body() {
        return body;
    }

    /** Returns the Content-Length to declare, or -1 for none. */
    public long length() {
        return length;
    }
}
