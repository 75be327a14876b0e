package io.nextline.samples.privacy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A client's FHIR server on this machine whose answers hold canaries, and which fails in the way it is told. */
final class OddFhirServer implements AutoCloseable {

    /** How it answers. */
    enum Mood {
        WELL,
        UNAUTHORIZED,
        BROKEN,
        SLOW,
        GARBAGE,
        HUGE,
        REDIRECTING,
        OTHER_PATIENT,
        OUTCOME
    }

    private static final int HUGE_PARTS = 600;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Mood mood = Mood.WELL;

    OddFhirServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/fhir";
    }

    void be(Mood next) {
        mood = next;
    }

    /** Returns how often it was asked. */
    int asked() {
        return asked.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        try (exchange) {
            switch (mood) {
                case WELL -> send(exchange, 200, bundle(Canary.PATIENT_ID.value()));
                case UNAUTHORIZED -> send(exchange, 401, outcome());
                case BROKEN -> send(exchange, 500, outcome());
                case OUTCOME -> send(exchange, 200, outcome());
                case GARBAGE -> send(exchange, 200, "<html>" + Canary.FETCHED.value() + "</html>");
                case OTHER_PATIENT -> send(exchange, 200, bundle("somebody-else"));
                case HUGE -> huge(exchange);
                case REDIRECTING -> {
                    exchange.getResponseHeaders().add("Location", base() + "/" + Canary.URL_WORD.value());
                    send(exchange, 302, outcome());
                }
                case SLOW -> slow(exchange);
            }
        }
    }

    private static void slow(HttpExchange exchange) throws IOException {
        try {
            TimeUnit.SECONDS.sleep(4);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        send(exchange, 200, outcome());
    }

    private static void huge(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/fhir+json");
        exchange.sendResponseHeaders(200, 0);
        byte[] part = ("\"" + Canary.FETCHED.value() + "\",").repeat(1_000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write("{\"resourceType\":\"Bundle\",\"entry\":[".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < HUGE_PARTS; i++) {
                out.write(part);
            }
        }
    }

    private static String outcome() {
        return "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"exception\","
                + "\"diagnostics\":\"" + Canary.DIAGNOSTICS.value() + "\"}]}";
    }

    private static String bundle(String patient) {
        return """
                {"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Condition",
                "id":"%sfetched","code":{"text":"%s"},"subject":{"reference":"Patient/%s"}}}]}
                """.formatted(Canary.RESOURCE_ID.value(), Canary.FETCHED.value(), patient);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/fhir+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
