package io.nextline.samples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** For each rule one way to break it and no other. */
final class Faults {

    private final Map<String, Fault> byId = new LinkedHashMap<>();

    private Faults() {}

    static Map<String, Fault> all() {
        Faults faults = new Faults();
        faults.discovery();
        faults.calls();
        faults.cards();
        faults.suggestions();
        faults.links();
        faults.refusals();
        faults.feedback();
        faults.webPages();
        faults.clients();
        return faults.byId;
    }

    private void discovery() {
        list("2.0#discovery.endpoint", reply -> Reply.error(503));
        list("2.0#discovery.media-type", reply -> reply.with("Content-Type", "text/html"));
        list("2.0#discovery.object", reply -> reply.body("[]"));
        list("2.0#discovery.services", reply -> reply.changed(json -> json.remove("services")));
        entry("2.0#discovery.hook", entry -> entry.remove("hook"));
        entry("2.0#hooks.name", entry -> entry.put("hook", "my-hook"));
        entry("2.0#discovery.description", entry -> entry.remove("description"));
        entry("2.0#discovery.id", entry -> entry.put("id", "a/b c"));
        list(
                "2.0#discovery.id-per-hook",
                reply -> reply.changed(json -> json.withArray("services")
                        .add(json.path("services").path(0).deepCopy())));
        entry("2.0#discovery.title", entry -> entry.remove("title"));
        entry("2.0#discovery.usage-requirements", entry -> entry.put("usageRequirements", 5));
        entry("2.0#discovery.prefetch", entry -> entry.putObject("prefetch").put("patient", 1));
        template("2.0#prefetch-template.query", "https://fhir.example.org/Condition");
        template("2.0#prefetch-template.token", "Condition?patient={{context.patient}}");
        template(
                "2.0#prefetch-template.subset", "Condition?patient={{context.patientId}}&_include=Condition:encounter");
        entry("2.0#use-of-json.discovery", entry -> entry.put("usageRequirements", ""));
        entry("2.0#extensions.discovery", entry -> entry.put("extension", "text"));
        entry("3.0#discovery.version", entry -> entry.remove("version"));
        entry("3.0#discovery.hook-version", entry -> entry.put("hookVersion", "one"));
        byId.put("http#head", (ask, right) -> ask.method().equals("HEAD") ? Reply.error(404) : right.apply(ask));
        byId.put("http#conditional", changed(ask -> !ask.tag().isEmpty(), reply -> Reply.empty(200)));
        AtomicInteger asked = new AtomicInteger();
        entry("kit#discovery.stable", entry -> entry.put("title", "Title " + asked.incrementAndGet()));
    }

    private void calls() {
        call("2.0#calling.status", Faults::isFull, reply -> Reply.error(500));
        call("2.0#prefetch.absent", json -> !json.has("prefetch"), reply -> Reply.error(reply.status() + 12));
        call("2.0#prefetch.null", json -> at(json, "/prefetch/patient").isNull(), reply -> Reply.error(500));
        call("2.0#prefetch.empty", Faults::isEmpty, reply -> Reply.error(500));
        call(
                "2.0#prefetch.operation-outcome",
                json -> at(json, "/prefetch/patient/issue").isArray(),
                reply -> Reply.error(500));
        call("2.0#prefetch.paged", json -> at(json, "/prefetch/conditions/link").isArray(), reply -> Reply.error(500));
        answer("2.0#response.media-type", reply -> reply.with("Content-Type", "text/plain"));
        answer("2.0#response.object", reply -> reply.body("[]"));
        answer("2.0#response.cards", reply -> reply.changed(json -> json.remove("cards")));
        card("2.0#use-of-json.response", card -> card.put("detail", ""));
        card("2.0#extensions.response", card -> card.put("extension", "text"));
        card("2.0#extensions.name", card -> card.putObject("extension").put("plain", true));
        AtomicInteger asked = new AtomicInteger();
        card("kit#deterministic", card -> card.put("summary", "Summary " + asked.incrementAndGet()));
        call("2.0#calling.unknown-fields", json -> json.has("conformanceUnknown"), reply -> Reply.error(400));
        call("2.0#extensions.request", json -> at(json, "/context/extension").isObject(), reply -> Reply.error(400));
        call("rfc8259#order", json -> json.fieldNames().next().equals("prefetch"), reply -> Reply.error(400));
        byId.put("kit#large", changed(ask -> ask.size() > 1_000_000, reply -> Reply.error(500)));
        AtomicInteger slow = new AtomicInteger();
        answer("2.0#response.time", reply -> slow.incrementAndGet() <= 2 ? late(reply) : Reply.error(412));
        answer("2.0#system-action.shape", reply -> reply.changed(json -> json.put("systemActions", "none")));
        byId.put("2.0#system-action.agreed", (ask, right) -> right.apply(ask));
    }

    private void cards() {
        card("2.0#card.summary", card -> card.remove("summary"));
        card("2.0#card.summary-length", card -> card.put("summary", "x".repeat(140)));
        card("2.0#card.detail", card -> card.put("detail", 5));
        card("2.0#card.detail-html", card -> card.put("detail", "<script>alert(1)</script>"));
        card("2.0#card.indicator", card -> card.put("indicator", "hard-stop"));
        card("2.0#card.uuid", card -> card.put("uuid", "one"));
        answer(
                "2.0#card.uuid-unique",
                reply -> reply.changed(
                        json -> ((ObjectNode) at(json, "/cards/1")).set("uuid", at(json, "/cards/0/uuid"))));
        card("2.0#card.selection-behavior", card -> card.remove("selectionBehavior"));
        part("2.0#source.label", "/cards/0/source", source -> source.remove("label"));
        part("2.0#source.url", "/cards/0/source", source -> source.put("url", "/model"));
        part("2.0#source.icon", "/cards/0/source", source -> source.put("icon", "model.png"));
        part("2.0#source.topic", "/cards/0/source/topic", topic -> topic.remove("system"));
        part("2.0#override-reasons.coding", "/cards/0/overrideReasons/0", reason -> reason.remove("code"));
        part("2.0#override-reasons.display", "/cards/0/overrideReasons/0", reason -> reason.remove("display"));
    }

    private void suggestions() {
        String first = "/cards/0/suggestions/0";
        part("2.0#suggestion.label", first, suggestion -> suggestion.remove("label"));
        part("2.0#suggestion.uuid", first, suggestion -> suggestion.put("uuid", "one"));
        part("2.0#suggestion.is-recommended", "/cards/0/suggestions/1", other -> other.put("isRecommended", true));
        part("3.0#suggestion.action-selection", first, each -> each.put("actionSelectionBehavior", "all"));
        part("2.0#action.type", first + "/actions/0", action -> action.put("type", "replace"));
        part("2.0#action.description", first + "/actions/0", action -> action.remove("description"));
        part("2.0#action.resource", first + "/actions/0", action -> action.remove("resource"));
        part("2.0#action.resource-id", first + "/actions/1", action -> action.remove("resourceId"));
    }

    private void links() {
        part("2.0#link.label", "/cards/0/links/0", link -> link.remove("label"));
        part("2.0#link.url", "/cards/0/links/0", link -> link.put("url", "/page"));
        part("2.0#link.https", "/cards/0/links/0", link -> link.put("url", "http://example.org/page"));
        part("2.0#link.type", "/cards/0/links/0", link -> link.put("type", "relative"));
        part("2.0#link.app-context", "/cards/0/links/0", link -> link.put("appContext", "text"));
        part("2.0#link.autolaunchable", "/cards/0/links/1", link -> link.put("autolaunchable", "yes"));
    }

    private void refusals() {
        status("http#unknown-service", 404, ask -> true, Reply.error(400));
        status("http#method", 405, ask -> true, Reply.error(404));
        byId.put("http#allow", changed(ask -> true, reply -> reply.without("Allow")));
        byId.put("http#content-type", (ask, right) -> right.apply(ask.isCall() ? ask.as("application/json") : ask));
        byId.put("http#charset", changed(ask -> ask.type().contains("charset"), reply -> Reply.error(415)));
        accepted("2.0#calling.json", JsonNode::isMissingNode);
        accepted("2.0#calling.hook", json -> json.isObject() && !json.has("hook"));
        accepted("2.0#calling.hook-instance", json -> json.isObject() && !json.has("hookInstance"));
        accepted("2.0#calling.context", json -> json.isObject() && !json.has("context"));
        accepted(
                "2.0#calling.patient-id",
                json -> json.has("context") && !json.path("context").has("patientId"));
        accepted("2.0#calling.other-hook", json -> json.path("hook").asText().equals("order-sign"));
        byId.put(
                "3.0#error.operation-outcome",
                changed(ask -> true, reply -> reply.status() == 400 ? reply.body("{\"error\": \"wrong\"}") : reply));
        byId.put(
                "kit#error.stack-trace",
                changed(
                        ask -> true,
                        reply -> reply.status() == 400
                                ? reply.changed(json -> json.put("x", "at a.B.c(B.java:7)"))
                                : reply));
    }

    private void feedback() {
        Set<String> seen = new HashSet<>();
        feedback("2.0#feedback.accepted", each -> is(each, "accepted") && seen.add(card(each)), Reply.error(500));
        Set<String> known = new HashSet<>();
        feedback("2.0#feedback.again", each -> is(each, "accepted") && !known.add(card(each)), Reply.error(409));
        feedback("2.0#feedback.overridden", each -> is(each, "overridden") && !hasReason(each), Reply.error(500));
        feedback("2.0#feedback.reason", each -> is(each, "overridden") && hasReason(each), Reply.error(500));
        feedback("2.0#feedback.several", each -> at(each, "/feedback").size() == 2, Reply.error(400));
        feedback("2.0#feedback.shape", each -> !each.has("feedback"), Reply.empty(200));
        feedback("2.0#feedback.outcome", each -> is(each, "ignored"), Reply.empty(200));
    }

    private void webPages() {
        byId.put(
                "2.0#cors.preflight",
                changed(
                        ask -> ask.method().equals("OPTIONS"),
                        reply -> Reply.empty(401).with("WWW-Authenticate", "Bearer")));
        byId.put(
                "2.0#cors.headers",
                changed(ask -> true, reply -> reply.with("Access-Control-Allow-Headers", "Content-Type")));
        answer("2.0#cors.answer", reply -> reply.without("Access-Control-Allow-Origin"));
        byId.put(
                "2.0#cors.error",
                changed(
                        ask -> true,
                        reply -> reply.status() == 400 ? reply.without("Access-Control-Allow-Origin") : reply));
        byId.put(
                "fetch#credentials",
                changed(ask -> true, reply -> reply.with("Access-Control-Allow-Credentials", "true")));
    }

    private void clients() {
        trusted(
                "2.0#clients.no-token",
                ask -> ask.isCall() && ask.authorization().isEmpty());
        trusted("2.0#clients.scheme", ask -> ask.authorization().startsWith("Basic"));
        trusted("2.0#clients.garbage", ask -> ask.authorization().endsWith("web-token"));
        trusted("2.0#clients.none", ask -> ask.authorization().endsWith("."));
        trusted("2.0#clients.symmetric", ask -> ask.authorization().matches("Bearer e\\S+\\.\\S+\\.\\S+"));
        trusted("2.0#clients.feedback", Ask::isFeedback);
        byId.put("2.0#clients.silence", changed(ask -> ask.authorization().endsWith("."), reply -> reply.body("none")));
        byId.put("http#challenge", changed(ask -> true, reply -> reply.without("WWW-Authenticate")));
    }

    private void list(String id, UnaryOperator<Reply> change) {
        byId.put(id, changed(ask -> ask.isList() && ask.tag().isEmpty(), change));
    }

    private void entry(String id, Consumer<ObjectNode> change) {
        list(id, reply -> reply.changed(json -> change.accept((ObjectNode) at(json, "/services/0"))));
    }

    private void template(String id, String template) {
        entry(id, entry -> ((ObjectNode) entry.path("prefetch")).put("conditions", template));
    }

    /** Spoils the answer to legal calls of a kind. */
    private void call(String id, Predicate<JsonNode> kind, UnaryOperator<Reply> change) {
        byId.put(id, (ask, right) -> {
            Reply reply = right.apply(ask);
            boolean legal = ask.isCall() && (reply.status() == 200 || reply.status() == 412);
            return legal && kind.test(ask.json()) ? kept(change.apply(reply), reply) : reply;
        });
    }

    private void answer(String id, UnaryOperator<Reply> change) {
        byId.put(id, changed(Ask::isCall, reply -> reply.status() == 200 ? kept(change.apply(reply), reply) : reply));
    }

    private void part(String id, String pointer, Consumer<ObjectNode> change) {
        answer(id, reply -> reply.changed(json -> change.accept((ObjectNode) at(json, pointer))));
    }

    private void card(String id, Consumer<ObjectNode> change) {
        part(id, "/cards/0", change);
    }

    private void status(String id, int status, Predicate<Ask> kind, Reply instead) {
        byId.put(id, (ask, right) -> {
            Reply reply = right.apply(ask);
            return reply.status() == status && kind.test(ask) ? kept(instead, reply) : reply;
        });
    }

    /** Takes a wrong call of a kind as if it were right. */
    private void accepted(String id, Predicate<JsonNode> kind) {
        byId.put(id, (ask, right) -> {
            Reply reply = right.apply(ask);
            boolean taken = ask.isCall() && ask.origin().isEmpty() && reply.status() == 400 && kind.test(ask.json());
            return taken ? Reply.json(200, ModelService.resource("answer.json")) : reply;
        });
    }

    private void feedback(String id, Predicate<JsonNode> kind, Reply instead) {
        byId.put(id, (ask, right) -> ask.isFeedback() && kind.test(ask.json()) ? instead : right.apply(ask));
    }

    private void trusted(String id, Predicate<Ask> kind) {
        byId.put(id, (ask, right) -> right.apply(kind.test(ask) ? ask.trusted() : ask));
    }

    private static Fault changed(Predicate<Ask> kind, UnaryOperator<Reply> change) {
        return (ask, right) -> kind.test(ask) ? change.apply(right.apply(ask)) : right.apply(ask);
    }

    // What a web page may read of it stays as it was.
    private static Reply kept(Reply changed, Reply before) {
        String allowed = before.headers().getOrDefault("Access-Control-Allow-Origin", "");
        return allowed.isEmpty() || changed.status() == before.status()
                ? changed
                : changed.with("Access-Control-Allow-Origin", allowed);
    }

    private static Reply late(Reply reply) {
        try {
            Thread.sleep(520);
            return reply;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static boolean isFull(JsonNode request) {
        JsonNode conditions = at(request, "/prefetch/conditions");
        return conditions.has("entry") && !conditions.has("link");
    }

    private static boolean isEmpty(JsonNode request) {
        JsonNode conditions = at(request, "/prefetch/conditions");
        return conditions.isObject() && !conditions.has("entry") && conditions.has("total");
    }

    private static JsonNode at(JsonNode json, String pointer) {
        return json.at(pointer);
    }

    private static boolean is(JsonNode body, String outcome) {
        return at(body, "/feedback").size() == 1
                && at(body, "/feedback/0/outcome").asText().equals(outcome);
    }

    private static String card(JsonNode body) {
        return at(body, "/feedback/0/card").asText();
    }

    private static boolean hasReason(JsonNode body) {
        return at(body, "/feedback/0").has("overrideReason");
    }
}
