package io.nextline.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.nextline.cdshooks.SampleRequest;
import io.nextline.cdshooks.card.CardKind;
import io.nextline.cdshooks.feedback.FeedbackStore;
import io.nextline.cdshooks.feedback.KeptFeedback;
import io.nextline.cdshooks.feedback.Period;
import io.nextline.cdshooks.feedback.ReceivedFeedback;
import io.nextline.cdshooks.operation.CallAccount;
import io.nextline.cdshooks.operation.CallWatch;
import io.nextline.cdshooks.operation.RateLimit;
import io.nextline.cdshooks.security.DevelopmentGate;
import io.nextline.cdshooks.store.StoreUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The description of the service against the service: what it names is produced, and what is produced it names. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {

    private static final String SERVICE = "/cds-services/nextline-patient-view";
    private static final String TRACE = "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final Set<String> OF_EVERY_ANSWER =
            Set.of("date", "content-type", "content-length", "connection", "transfer-encoding");

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, List<RawClient.Answer>> produced = new TreeMap<>();
    private JsonNode description;

    @BeforeAll
    void produce() throws Exception {
        try (NextlineServer server = NextlineServer.start(
                ServerOptions.development(0).with(new AdminOptions("127.0.0.1", 0, false)), SampleService.services())) {
            description = mapper.readTree(new RawClient(server.admin())
                    .get("/openapi.json", List.of())
                    .body());
            discovery(new RawClient(server.base()));
            calls(new RawClient(server.base()));
            feedback(new RawClient(server.base()));
            new EvidenceAnswers(new RawClient(server.base()), this::keep).produce();
            slow(server);
        }
        guarded();
        throttled();
        failing();
        unrecorded();
        feedbackRefused();
    }

    private void keep(String path, String method, RawClient.Answer answer) {
        produced.computeIfAbsent(path + " " + method + " " + answer.status(), any -> new ArrayList<>())
                .add(answer);
    }

    private static String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: a";
    }

    private void discovery(RawClient client) {
        RawClient.Answer list = client.get("/cds-services", List.of());
        keep("/cds-services", "get", list);
        String etag = list.head()
                .lines()
                .filter(line -> line.startsWith("ETag: "))
                .findFirst()
                .orElseThrow()
                .substring(6);
        keep("/cds-services", "get", client.get("/cds-services", List.of("If-None-Match: " + etag)));
        keep("/cds-services", "get", client.send(head("DELETE", "/cds-services"), List.of(), new byte[0]));
        keep("/cds-services", "head", client.send(head("HEAD", "/cds-services"), List.of(), new byte[0]));
        keep("/cds-services", "options", client.send(head("OPTIONS", "/cds-services"), List.of(), new byte[0]));
    }

    private void calls(RawClient client) {
        String path = "/cds-services/{id}";
        keep(path, "options", client.send(head("OPTIONS", SERVICE), List.of(), new byte[0]));
        keep(path, "get", client.get(SERVICE, List.of()));
        keep(path, "get", client.get("/cds-services/none", List.of()));
        keep(path, "post", client.post("/cds-services/none", List.of()));
        keep(path, "post", client.call(List.of(TRACE)));
        keep(
                path,
                "post",
                json(
                        client,
                        "nextline-order-sign",
                        SampleRequest.of("order-sign").bytes()));
        keep(path, "post", json(client, "nextline-patient-view", "{}".getBytes(StandardCharsets.US_ASCII)));
        keep(path, "post", json(client, "nextline-patient-view", lacking()));
        keep(path, "post", client.send(head("POST", SERVICE) + "\r\nContent-Length: 0", List.of(TRACE), new byte[0]));
        keep(
                path,
                "post",
                client.send(
                        head("POST", SERVICE) + "\r\nContent-Type: application/json\r\nContent-Length: 9000000",
                        List.of(TRACE),
                        new byte[0]));
    }

    private void feedback(RawClient client) {
        String path = "/cds-services/{id}/feedback";
        keep(path, "options", client.send(head("OPTIONS", SERVICE + "/feedback"), List.of(), new byte[0]));
        keep(path, "post", json(client, "nextline-patient-view/feedback", feedback()));
        keep(path, "post", json(client, "nextline-patient-view/feedback", "{}".getBytes(StandardCharsets.US_ASCII)));
        keep(
                path,
                "post",
                client.send(
                        head("POST", SERVICE + "/feedback") + "\r\nContent-Length: 0", List.of(TRACE), new byte[0]));
        keep(
                path,
                "post",
                client.send(
                        head("POST", SERVICE + "/feedback")
                                + "\r\nContent-Type: application/json\r\nContent-Length: 90000000",
                        List.of(TRACE),
                        new byte[0]));
    }

    private void feedbackRefused() throws IOException {
        String path = "/cds-services/{id}/feedback";
        ServerLimits limits = ServerLimits.development().withRates(new RateLimit(1, 1), RateLimit.none());
        try (NextlineServer server = NextlineServer.start(
                ServerOptions.development(0).with(limits), SampleService.services(), new StoreThatIsAway())) {
            RawClient client = new RawClient(server.base());
            keep(path, "post", client.post(SERVICE + "/feedback", List.of(TRACE, "Via: 1.1 proxy")));
            keep(path, "post", json(client, "nextline-patient-view/feedback", feedback()));
            keep(path, "post", json(client, "nextline-patient-view/feedback", feedback()));
        }
    }

    private static byte[] feedback() {
        return ("{\"feedback\":[{\"card\":\"4fe18a46-9d6f-3a7c-8d57-7c2a6a2d9a55\",\"outcome\":\"overridden\","
                        + "\"outcomeTimestamp\":\"2026-11-21T10:00:00Z\"}]}")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A store that cannot be written. */
    private static final class StoreThatIsAway implements FeedbackStore {
        @Override
        public void prepare() {}

        @Override
        public int append(List<ReceivedFeedback> feedback) {
            throw new StoreUnavailableException("away");
        }

        @Override
        public void remember(List<CardKind> kinds) {}

        @Override
        public void read(Period period, Consumer<KeptFeedback> to) {}

        @Override
        public void close() {}
    }

    private static byte[] lacking() {
        return ("{\"hook\":\"patient-view\",\"hookInstance\":\"h\",\"context\":{\"userId\":\"Practitioner/1\","
                        + "\"patientId\":\"p1\"},\"prefetch\":{}}")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static RawClient.Answer json(RawClient client, String service, byte[] body) {
        return client.send(
                head("POST", "/cds-services/" + service) + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length,
                List.of(TRACE),
                body);
    }

    private void slow(NextlineServer server) throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.base().getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write((head("POST", SERVICE) + "\r\n" + TRACE
                            + "\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            while (in.available() == 0) {
                out.write(' ');
                out.flush();
                TimeUnit.MILLISECONDS.sleep(100);
            }
            TimeUnit.MILLISECONDS.sleep(100);
            String text = new String(in.readNBytes(in.available()), StandardCharsets.UTF_8);
            int end = text.indexOf("\r\n\r\n");
            keep("/cds-services/{id}", "post", new RawClient.Answer(text.substring(0, end), text.substring(end + 4)));
        }
    }

    private void guarded() {
        try (GuardedService service = new GuardedService(settings -> settings.withGuardDiscovery(true))) {
            keep("/cds-services", "get", service.client.get("/cds-services", List.of()));
            keep("/cds-services/{id}", "post", service.client.call(List.of(TRACE)));
        }
    }

    private void throttled() throws IOException {
        ServerLimits limits = ServerLimits.development().withRates(new RateLimit(1, 1), new RateLimit(1, 3));
        try (NextlineServer server =
                NextlineServer.start(ServerOptions.development(0).with(limits), SampleService.services())) {
            RawClient client = new RawClient(server.base());
            client.call(List.of());
            keep("/cds-services/{id}", "post", client.call(List.of(TRACE)));
            client.get("/cds-services", List.of());
            keep("/cds-services", "get", client.get("/cds-services", List.of()));
        }
    }

    private void failing() {
        CdsHooksHandler handler = new CdsHooksHandler(
                SampleService.services((record, drafts, asOf, layer) -> {
                    throw new IllegalStateException("a defect");
                }),
                Cors.none(),
                new DevelopmentGate());
        keep("/cds-services/{id}", "post", inProcess(handler));
    }

    private void unrecorded() {
        CallWatch broken = new CallWatch() {
            @Override
            public boolean record(CallAccount account) {
                return false;
            }
        };
        keep(
                "/cds-services/{id}",
                "post",
                inProcess(new CdsHooksHandler(
                        SampleService.services(), Cors.none(), new DevelopmentGate(), null, broken, RateLimit.none())));
    }

    private static RawClient.Answer inProcess(CdsHooksHandler handler) {
        HttpResponse response = SampleService.send(
                handler,
                "POST",
                SERVICE,
                Map.of("Content-Type", "application/json", "traceparent", TRACE.substring(13)),
                new String(SampleRequest.patientView().bytes(), StandardCharsets.UTF_8));
        StringBuilder head = new StringBuilder("HTTP/1.1 " + response.status() + " -");
        response.headers()
                .forEach((name, value) ->
                        head.append("\r\n").append(name).append(": ").append(value));
        return new RawClient.Answer(head.toString(), SampleService.text(response));
    }

    @Test
    void everyPathMethodAndStatusIsProducedAndNoOther() {
        Set<String> named = new TreeSet<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> method.getValue()
                                .path("responses")
                                .properties()
                                .forEach(status ->
                                        named.add(path.getKey() + " " + method.getKey() + " " + status.getKey()))));

        assertThat(produced.keySet()).isEqualTo(named);
    }

    @Test
    void everyHeaderIsProducedAndNoOther() {
        produced.forEach((key, answers) -> {
            Set<String> sent = new TreeSet<>();
            answers.forEach(answer -> answer.head()
                    .lines()
                    .skip(1)
                    .forEach(line ->
                            sent.add(line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))));
            sent.removeAll(OF_EVERY_ANSWER);
            sent.removeIf(name -> name.startsWith("access-control-"));
            Set<String> named = new TreeSet<>();
            response(key)
                    .path("headers")
                    .fieldNames()
                    .forEachRemaining(name -> named.add(name.toLowerCase(Locale.ROOT)));
            assertThat(sent).as(key).isEqualTo(named);
        });
    }

    @Test
    void everyBodyIsOfItsSchema() throws IOException {
        for (Map.Entry<String, List<RawClient.Answer>> entry : produced.entrySet()) {
            JsonNode content = response(entry.getKey()).path("content");
            for (RawClient.Answer answer : entry.getValue()) {
                String type = mediaType(answer);
                if (!content.has(type)) {
                    assertThat(answer.body()).as("%s: %s", entry.getKey(), type).isEmpty();
                } else if (type.equals("text/html")) {
                    assertThat(answer.body()).as(entry.getKey()).startsWith("<!doctype html>");
                } else {
                    assertThat(schema(content.get(type).get("schema")).validate(mapper.readTree(answer.body())))
                            .as("%s: %s", entry.getKey(), answer.body())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void everyMediaTypeIsProduced() {
        produced.forEach((key, answers) -> {
            Set<String> types = new TreeSet<>();
            answers.stream().filter(answer -> !answer.body().isEmpty()).forEach(answer -> types.add(mediaType(answer)));
            Set<String> named = new TreeSet<>();
            response(key).path("content").fieldNames().forEachRemaining(named::add);
            assertThat(types).as(key).isEqualTo(named);
        });
    }

    private static String mediaType(RawClient.Answer answer) {
        return answer.head()
                .lines()
                .filter(line -> line.regionMatches(true, 0, "Content-Type:", 0, 13))
                .map(line -> line.substring(13).split(";", 2)[0].strip())
                .findFirst()
                .orElse("");
    }

    @Test
    void requestsOfTheTestsAreOfTheRequestsSchema() throws IOException {
        JsonNode schema = mapper.readTree("{\"$ref\":\"#/components/schemas/Request\"}");

        assertThat(schema(schema)
                        .validate(mapper.readTree(SampleRequest.patientView().bytes())))
                .isEmpty();
        assertThat(schema(schema).validate(mapper.readTree("{}"))).isNotEmpty();
    }

    private JsonNode response(String key) {
        String[] parts = key.split(" ", -1);
        return description
                .get("paths")
                .get(parts[0])
                .get(parts[1])
                .get("responses")
                .get(parts[2]);
    }

    private JsonSchema schema(JsonNode reference) {
        ObjectNode root = mapper.createObjectNode();
        root.set("components", description.get("components"));
        root.set("$ref", reference.get("$ref"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
    }
}
