package io.nextline.cdshooks.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.nextline.cdshooks.SampleRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** A FHIR server on this machine that answers as it is told, and remembers who asked for what. */
final class FhirServer implements AutoCloseable {

    /** Answers one request. */
    @FunctionalInterface
    interface Answer {

        void to(HttpExchange exchange) throws IOException;
    }

    /** A request that came. */
    record Seen(String path, String query, String authorization, String acceptEncoding, List<String> trace) {

        /** Returns the part behind the base, without what was added for paging. */
        String asked() {
            String relative = path.replaceFirst("^/fhir/?", "");
            return query == null ? relative : relative + "?" + query.replaceFirst("&_count=.*", "");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private volatile Answer otherwise = status(404);

    private FhirServer(HttpServer server) {
        this.server = server;
    }

    /** Starts a server that knows the sample patient, his one diagnosis, and that there is nothing else. */
    static FhirServer start() {
        return start(null);
    }

    /** Starts the same server with TLS, or without where there is no context. */
    static FhirServer start(SSLContext tls) {
        try {
            FhirServer fhir = new FhirServer(create(tls));
            fhir.server.setExecutor(fhir.threads);
            fhir.server.createContext("/", fhir::handle);
            fhir.server.start();
            return fhir.on("Patient/p1", json(SampleRequest.PATIENT))
                    .on("Condition", json(SampleRequest.bundle(SampleRequest.CONDITION)))
                    .otherwise(json(SampleRequest.EMPTY));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static HttpServer create(SSLContext tls) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        if (tls == null) {
            return HttpServer.create(address, 0);
        }
        HttpsServer server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return server;
    }

    private void handle(HttpExchange exchange) throws IOException {
        Seen request = new Seen(
                exchange.getRequestURI().getRawPath(),
                exchange.getRequestURI().getRawQuery(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("Accept-Encoding"),
                Stream.of("traceparent", "tracestate")
                        .flatMap(name -> exchange.getRequestHeaders().getOrDefault(name, List.of()).stream())
                        .toList());
        seen.add(request);
        String relative = request.path().replaceFirst("^/fhir/?", "");
        Answer answer = answers.get(request.query() == null ? relative : relative + "?" + request.query());
        answer = answer == null ? answers.getOrDefault(relative, otherwise) : answer;
        try (exchange) {
            answer.to(exchange);
        }
    }

    /** Sets the answer for a path below the base, with its query or for every query. */
    FhirServer on(String pathAndQuery, Answer answer) {
        answers.put(pathAndQuery, answer);
        return this;
    }

    /** Sets the answer for every other path. */
    FhirServer otherwise(Answer answer) {
        otherwise = answer;
        return this;
    }

    /** Makes every path answer so. */
    FhirServer always(Answer answer) {
        answers.clear();
        return otherwise(answer);
    }

    static Answer json(String body) {
        return exchange -> send(exchange, 200, "application/fhir+json", body);
    }

    static Answer status(int status) {
        return exchange -> send(exchange, status, "application/fhir+json", SampleRequest.FAILED);
    }

    static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Answers after a while, or when the server closes. */
    Answer after(long millis, Answer answer) {
        return exchange -> {
            rest(millis);
            answer.to(exchange);
        };
    }

    /** Sends the head, then a blank every now and then until the reader hangs up. */
    Answer dribble(List<String> ends) {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/fhir+json");
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            try {
                for (int i = 0; i < 300; i++) {
                    body.write(' ');
                    body.flush();
                    rest(10);
                }
                ends.add("told all");
            } catch (IOException hungUp) {
                ends.add("hung up");
                throw hungUp;
            }
        };
    }

    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns a Bundle of the resource with a link to a next page. */
    static String page(String resource, String next) {
        return SampleRequest.bundle(resource)
                .replace("\"entry\"", "\"link\":[{\"relation\":\"next\",\"url\":\"" + next + "\"}],\"entry\"");
    }

    String origin() {
        return (server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:"
                + server.getAddress().getPort();
    }

    String base() {
        return origin() + "/fhir";
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** Returns what was asked for, in the order in which it came. */
    List<String> asked() {
        return seen.stream().map(Seen::asked).toList();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
