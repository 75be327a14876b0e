package io.nextline.samples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The smallest CDS Hooks service that keeps every rule, on a port of its own, with a fault if one is given. */
final class ModelService implements AutoCloseable {

    static final String TOKEN = "Bearer good";

    private final HttpServer server;
    private final Fault fault;
    private final boolean guarded;
    private final String list = resource("services.json");
    private final String answer = resource("answer.json");

    ModelService(Fault fault, boolean guarded) throws IOException {
        // Without it every answer waits 40 ms for the client to acknowledge its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.fault = fault;
        this.guarded = guarded;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    static String resource(String name) {
        try (InputStream in = ModelService.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = fault.answer(ask(exchange), this::right);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            boolean bare =
                    exchange.getRequestMethod().equals("HEAD") || reply.body().isEmpty();
            exchange.sendResponseHeaders(reply.status(), bare ? -1 : reply.bytes().length);
            if (!bare) {
                exchange.getResponseBody().write(reply.bytes());
            }
        }
    }

    private static Ask ask(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        return new Ask(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                header(exchange, "Origin"),
                header(exchange, "Authorization"),
                header(exchange, "Content-Type"),
                header(exchange, "If-None-Match"),
                body.length,
                Reply.parsed(new String(body, StandardCharsets.UTF_8)));
    }

    private static String header(HttpExchange exchange, String name) {
        @Nullable String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private Reply right(Ask ask) {
        Reply reply = routed(ask);
        return ask.origin().isEmpty() ? reply : reply.with("Access-Control-Allow-Origin", "*");
    }

    private Reply routed(Ask ask) {
        if (ask.method().equals("OPTIONS")) {
            return Reply.empty(204)
                    .with("Access-Control-Allow-Methods", "GET, POST")
                    .with("Access-Control-Allow-Headers", "Authorization, Content-Type");
        }
        if (ask.isList()) {
            boolean known = ask.tag().equals("\"one\"");
            return (known ? Reply.empty(304) : Reply.json(200, list)).with("ETag", "\"one\"");
        }
        if (!ask.path().equals("/cds-services/model") && !ask.isFeedback()) {
            return Reply.error(404);
        }
        if (!ask.method().equals("POST")) {
            return Reply.error(405).with("Allow", "POST, OPTIONS");
        }
        if (guarded && !ask.authorization().equals(TOKEN)) {
            return Reply.empty(401).with("WWW-Authenticate", "Bearer");
        }
        if (!ask.type().startsWith("application/json")) {
            return Reply.error(415);
        }
        return ask.isFeedback() ? feedback(ask.json()) : call(ask.json());
    }

    private Reply call(JsonNode request) {
        boolean legal = request.path("hook").asText().equals("patient-view")
                && request.path("hookInstance").isTextual()
                && request.path("context").path("patientId").isTextual();
        if (!legal) {
            return Reply.error(400);
        }
        return request.path("prefetch").has("patient") ? Reply.json(200, answer) : Reply.error(412);
    }

    private static Reply feedback(JsonNode body) {
        boolean legal = body.path("feedback").isArray();
        for (JsonNode each : body.path("feedback")) {
            legal &= each.path("outcome").asText().matches("accepted|overridden");
        }
        return legal ? Reply.empty(200) : Reply.error(400);
    }
}
