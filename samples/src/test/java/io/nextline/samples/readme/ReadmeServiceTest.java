package io.nextline.samples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The README's servlet in a container, answering the README's two calls as the README says. */
final class ReadmeServiceTest {

    private static final String REQUEST = "samples/src/test/resources/io/nextline/samples/readme/patient-view.json";
    private static final String CUT = "…";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Server SERVER = new Server();
    private static String services = "";

    @BeforeAll
    static void start() throws Exception {
        ServerConnector connector = new ServerConnector(SERVER);
        connector.setHost("127.0.0.1");
        SERVER.addConnector(connector);
        ServletContextHandler application = new ServletContextHandler("/");
        application.addEventListener(new NextlineListener());
        SERVER.setHandler(application);
        SERVER.start();
        services = "http://127.0.0.1:" + connector.getLocalPort() + "/cds-services";
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.stop();
    }

    @Test
    void discoveryAnswersAsShown() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(services)));

        assertThat(answer.statusCode()).isEqualTo(200);
        holds(Readme.blocks("json").get(0), answer.body());
    }

    @Test
    void patientViewAnswersAsShown() throws Exception {
        assertThat(Readme.text()).contains("-d @" + REQUEST);

        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(services + "/nextline-patient-view"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Readme.read(REQUEST))));

        assertThat(answer.statusCode()).isEqualTo(200);
        holds(Readme.blocks("json").get(1), answer.body());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static void holds(String shown, String answer) throws Exception {
        holds(MAPPER.readTree(shown), MAPPER.readTree(answer), "$");
    }

    // What is shown may leave fields and later entries out; an ellipsis cuts a text or a list.
    private static void holds(JsonNode shown, JsonNode answer, String path) {
        if (shown.isObject()) {
            for (Map.Entry<String, JsonNode> field : shown.properties()) {
                if (!field.getKey().equals(CUT)) {
                    holds(field.getValue(), answer.path(field.getKey()), path + "/" + field.getKey());
                }
            }
        } else if (shown.isArray()) {
            listHolds(shown, answer, path);
        } else if (shown.isTextual() && shown.asText().endsWith(CUT)) {
            assertThat(answer.asText()).as(path).startsWith(shown.asText().replace(CUT, ""));
        } else {
            // The service answers as of today.
            assertThat(path.endsWith("/asOf") ? shown : answer).as(path).isEqualTo(shown);
        }
    }

    private static void listHolds(JsonNode shown, JsonNode answer, String path) {
        boolean cut = !shown.isEmpty() && shown.get(shown.size() - 1).asText().equals(CUT);
        int size = cut ? shown.size() - 1 : shown.size();
        assertThat(answer.size()).as("size of " + path).matches(entries -> cut ? entries > size : entries == size);
        for (int i = 0; i < size; i++) {
            holds(shown.get(i), answer.get(i), path + "/" + i);
        }
    }
}
