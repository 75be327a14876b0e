package io.nextline.cdshooks.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** The answer to what Jetty refuses by itself, such as a head that is too large: as any other error, and without a word of its own. */
final class JettyErrors extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        HttpResponse answer = answer(response.getStatus());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.length());
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
        return true;
    }

    private static HttpResponse answer(int status) {
        return switch (status) {
            case 431 -> Outcomes.of(status, "too-long", "the headers are larger than this service takes");
            case 414 -> Outcomes.of(status, "too-long", "the address is longer than this service takes");
            case 501, 505 -> Outcomes.of(status, "not-supported", "this service speaks HTTP/1.1, in its plain form");
            case 503 -> Outcomes.of(status, "transient", "the service is stopping; try again");
            default ->
                status < 500
                        ? Outcomes.of(status, "structure", "the request is not well-formed HTTP/1.1")
                        : Outcomes.of(status, "exception", "the service failed");
        };
    }
}
