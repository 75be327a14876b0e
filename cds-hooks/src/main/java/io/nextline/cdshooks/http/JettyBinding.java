package io.nextline.cdshooks.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Binds the handler to Jetty's own handler interface, which spares the servlet layer. */
final class JettyBinding extends Handler.Abstract {

    private static final HttpField JSON = new HttpField(HttpHeader.CONTENT_TYPE, "application/json");

    private final CdsHooksHandler handler;

    JettyBinding(CdsHooksHandler handler) {
        this.handler = handler;
    }

    @Override
    public boolean handle(Request in, Response out, Callback callback) {
        try (InputStream body = Content.Source.asInputStream(in)) {
            String path = Request.getPathInContext(in);
            HttpResponse response = handler.handle(new HttpRequest(
                    in.getMethod(), path, name -> in.getHeaders().get(name), body));
            send(response, out, callback);
        } catch (IOException unreceived) {
            callback.failed(unreceived);
        }
        return true;
    }

    private static void send(HttpResponse response, Response out, Callback callback) {
        out.setStatus(response.status());
        response.headers().forEach((name, value) -> {
            if (name.equals("Content-Type")) {
                out.getHeaders().put(JSON);
            } else {
                out.getHeaders().put(name, value);
            }
        });
        if (response.length() >= 0) {
            out.getHeaders().put(HttpHeader.CONTENT_LENGTH, response.length());
        }
        out.write(true, ByteBuffer.wrap(response.body()), callback);
    }
}
