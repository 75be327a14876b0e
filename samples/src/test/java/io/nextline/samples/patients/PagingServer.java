package io.nextline.samples.patients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A FHIR server on this machine that holds one sample patient's record and answers searches in pages of a few resources. */
final class PagingServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Map<String, List<JsonNode>> entries;
    private final int pageSize;

    PagingServer(Map<String, List<JsonNode>> entries, int pageSize) {
        this.entries = entries;
        this.pageSize = pageSize;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/fhir/", this::answer);
        server.start();
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/fhir";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String type = exchange.getRequestURI().getPath().substring("/fhir/".length());
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        JsonNode body = query.isEmpty() ? read(type) : page(type, matches(type, query), query);
        byte[] bytes = SampleEngine.bytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/fhir+json;charset=utf-8");
        try (exchange) {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        if (raw != null) {
            for (String part : raw.split("&", -1)) {
                query.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
            }
        }
        return query;
    }

    private JsonNode read(String typeAndId) {
        String type = typeAndId.substring(0, typeAndId.indexOf('/'));
        String id = typeAndId.substring(type.length() + 1);
        return entries.getOrDefault(type, List.of()).stream()
                .map(entry -> entry.get("resource"))
                .filter(resource -> resource.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> matches(String type, Map<String, String> query) {
        List<JsonNode> all = entries.getOrDefault(type, List.of());
        if (query.containsKey("category")) {
            // Every observation is found by the other search already.
            return List.of();
        }
        if (!query.containsKey("_id")) {
            return all;
        }
        List<String> ids = List.of(query.get("_id").split(",", -1));
        return all.stream()
                .filter(entry -> ids.contains(entry.at("/resource/id").asText()))
                .toList();
    }

    private JsonNode page(String type, List<JsonNode> matches, Map<String, String> query) {
        int from = Integer.parseInt(query.getOrDefault("_offset", "0"));
        int to = Math.min(matches.size(), from + pageSize);
        ObjectNode bundle = bundle(matches.subList(from, to));
        bundle.put("total", matches.size());
        if (to < matches.size()) {
            Map<String, String> next = new HashMap<>(query);
            next.put("_offset", Integer.toString(to));
            List<String> parts = new ArrayList<>();
            next.forEach((name, value) -> parts.add(name + "=" + value));
            bundle.putArray("link")
                    .addObject()
                    .put("relation", "next")
                    .put("url", base() + "/" + type + "?" + String.join("&", parts));
        }
        return bundle;
    }

    static ObjectNode bundle(List<JsonNode> entries) {
        ObjectNode bundle = SamplePatient.MAPPER.createObjectNode();
        bundle.put("resourceType", "Bundle").put("type", "searchset");
        ArrayNode array = bundle.putArray("entry");
        entries.forEach(array::add);
        return bundle;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
