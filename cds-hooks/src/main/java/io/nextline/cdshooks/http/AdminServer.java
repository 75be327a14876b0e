package io.nextline.cdshooks.http;

import io.nextline.cdshooks.operation.Readiness;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The port for those who run the service. It is up before the service is ready and until it has stopped, and tells neither versions
 * nor anything of a patient on {@code /live} and {@code /ready}.
 */
final class AdminServer implements AutoCloseable {

    private static final String JSON = "application/json";
    private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final int MOST_THREADS = 8;
    private static final int LEAST_THREADS = 2;
    private static final int IDLE_MILLIS = 10_000;

    private final Server server;
    private final ServerConnector connector;
    private final Readiness readiness;
    private final @Nullable Supplier<String> metrics;

    /**
     * Makes a server; it does not listen yet.
     *
     * @param readiness tells {@code /ready}
     * @param metrics writes {@code /metrics}, null if there are none
     */
    AdminServer(AdminOptions options, Readiness readiness, @Nullable Supplier<String> metrics) {
        this.readiness = readiness;
        this.metrics = metrics;
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
        threads.setName("nextline-admin");
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.setHandler(new Paths());
        server.setErrorHandler(new JettyErrors());
    }

    /**
     * Listens.
     *
     * @throws IOException if it cannot
     */
    void start() throws IOException {
        try {
            server.start();
        } catch (IOException | RuntimeException failure) {
            close();
            throw failure;
        } catch (Exception failure) {
            close();
            throw new IOException("the admin port cannot be opened", failure);
        }
    }

    URI base() {
        return URI.create("http://" + connector.getHost() + ":" + connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("the admin port did not close", failure);
        }
    }

    private final class Paths extends Handler.Abstract {

        @Override
        public boolean handle(Request in, Response out, Callback callback) {
            boolean reads = in.getMethod().equals("GET") || in.getMethod().equals("HEAD");
            send(reads ? answer(Request.getPathInContext(in)) : notAllowed(), out, callback);
            return true;
        }
    }

    private record Answer(int status, String type, String body) {
        static Answer json(int status, String text) {
            return new Answer(status, JSON, text);
        }
    }

    private static Answer notAllowed() {
        return Answer.json(405, "{\"allow\":\"GET, HEAD\"}");
    }

    private Answer answer(String path) {
        return switch (path) {
            case "/live" -> Answer.json(200, "{\"status\":\"up\"}");
            case "/ready" -> ready();
            case "/metrics" -> metrics == null ? nothing() : new Answer(200, METRICS_TYPE, metrics.get());
            case "/openapi.json" -> new Answer(200, JSON, description());
            default -> nothing();
        };
    }

    private Answer ready() {
        return switch (readiness.state()) {
            case READY -> Answer.json(200, "{\"status\":\"ready\"}");
            case STARTING -> Answer.json(503, "{\"status\":\"starting\"}");
            case STOPPING -> Answer.json(503, "{\"status\":\"stopping\"}");
        };
    }

    private static Answer nothing() {
        return Answer.json(404, "{\"status\":\"not-found\"}");
    }

    private static String description() {
        try (InputStream in = AdminServer.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("openapi.json cannot be read from the jar", failure);
        }
    }

    private static void send(Answer answer, Response out, Callback callback) {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        out.setStatus(answer.status());
        out.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
        out.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        out.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        if (answer.status() == 405) {
            out.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
        }
        out.write(true, ByteBuffer.wrap(body), callback);
    }
}
