package io.nextline.samples.hapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Calls as curl makes them. */
final class Http {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Http() {}

    /** An answer with its body. */
    record Answer(int status, String body) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException problem) {
                throw new IllegalStateException(body, problem);
            }
        }

        /** Returns the truth of every statement of a CDS Hooks response. */
        Map<String, String> statements() {
            return Http.statements(json());
        }
    }

    static Map<String, String> statements(JsonNode response) {
        Map<String, String> statements = new TreeMap<>();
        response.at("/extension/io.nextline.assessment/statements")
                .forEach(each -> statements.put(
                        each.path("id").asText(), each.path("applies").asText()));
        return statements;
    }

    static Answer get(String url, @Nullable String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)), token);
    }

    static Answer post(String url, String type, String body) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)),
                null);
    }

    private static Answer send(HttpRequest.Builder request, @Nullable String token)
            throws IOException, InterruptedException {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }
}
