package io.nextline.cdshooks.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Jetty does once in a process, whatever server it is to be: a fifth of a launch, most of it a look at every locale of Java and
 * concatenations that are put together when first called.
 */
final class Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    // Jetty asks the platform's MBean server, which takes a while to start, how many references fit into 64 bytes.
    static final String REFERENCES = "org.eclipse.jetty.util.referencesPerCacheLine";
    private static final String IN_64_BYTES = "16";

    private static final int THREADS = 4;
    private static final String CALL = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 2\r\nConnection: close\r\n\r\n{}";

    private Preparation() {}

    static void run() {
        System.getProperties().putIfAbsent(REFERENCES, IN_64_BYTES);
        new ServerConnector(new Server(), 1, 1);
        rehearse();
    }

    // One call without a socket takes the same way through Jetty as those to come.
    private static void rehearse() {
        Server server = new Server(new QueuedThreadPool(THREADS, THREADS));
        LocalConnector connector = new LocalConnector(server);
        server.addConnector(connector);
        server.setHandler(new Echo());
        try {
            server.start();
            try {
                connector.getResponse(CALL);
            } finally {
                server.stop();
            }
        } catch (Exception failure) {
            LOG.debug("not rehearsed: {}", failure.getClass().getName());
        }
    }

    /** Answers with the body that it was sent. */
    private static final class Echo extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws IOException {
            ByteBuffer body = Content.Source.asByteBuffer(request);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            response.write(true, body, callback);
            return true;
        }
    }
}
