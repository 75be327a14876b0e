package io.nextline.cdshooks.security;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An https endpoint on this machine that a test makes answer as it likes, and that counts its calls. */
public final class TestEndpoint implements AutoCloseable {

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile HttpHandler handler = exchange -> answer(exchange, 404, "");

    public TestEndpoint() {
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(TestStores.tls("server")));
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            handler.handle(exchange);
        });
        server.start();
    }

    public static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    public void does(HttpHandler other) {
        handler = other;
    }

    /** Answers with these keys. */
    public void publishes(TestKey... keys) {
        handler = exchange -> answer(exchange, 200, TestKey.jwks(keys));
    }

    /** Answers with an error. */
    public void fails() {
        handler = exchange -> answer(exchange, 500, "down");
    }

    public int calls() {
        return calls.get();
    }

    public URI url() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
