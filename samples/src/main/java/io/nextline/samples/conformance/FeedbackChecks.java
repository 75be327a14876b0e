package io.nextline.samples.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** What happened to cards, reported in every legal way and in some that are not. The cards are invented. */
final class FeedbackChecks implements ServiceChecks {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> RULES = List.of(
            "2.0#feedback.offered",
            "2.0#feedback.accepted",
            "2.0#feedback.overridden",
            "2.0#feedback.reason",
            "2.0#feedback.several",
            "2.0#feedback.again",
            "2.0#feedback.shape",
            "2.0#feedback.outcome");

    @Override
    public String subject() {
        return "feedback";
    }

    @Override
    public void run(Session session, Service service) {
        Place place = session.at(service.name());
        ObjectNode accepted = body(accepted());
        Exchange first = send(session, service, accepted);
        if (first.is(404, 405, 501)) {
            RULES.forEach(id -> session.ledger().skip(id, "not offered: " + first.words()));
            return;
        }
        place.holds("2.0#feedback.offered", true, "");
        taken("2.0#feedback.accepted", first, place);
        taken("2.0#feedback.again", send(session, service, accepted), place);
        taken("2.0#feedback.overridden", send(session, service, body(item("overridden"))), place);
        taken("2.0#feedback.reason", send(session, service, body(reasoned())), place);
        taken("2.0#feedback.several", send(session, service, body(accepted(), reasoned())), place);
        Exchange bare = send(session, service, item("overridden"));
        place.holds("2.0#feedback.shape", bare.isRefused(), bare.words());
        Exchange ignored = send(session, service, body(item("ignored")));
        place.holds("2.0#feedback.outcome", ignored.isRefused(), ignored.words());
    }

    private static Exchange send(Session session, Service service, ObjectNode body) {
        return session.send(Call.post(service.path() + "/feedback", body), session.at(service.name() + " feedback"));
    }

    private static void taken(String id, Exchange answer, Place place) {
        place.holds(id, answer.status() >= 200 && answer.status() < 300, answer.words());
    }

    /** Returns a body with these items. */
    static ObjectNode body(ObjectNode... items) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode array = body.putArray("feedback");
        array.addAll(List.of(items));
        return body;
    }

    /** Returns an item on a card that never was. */
    static ObjectNode item(String outcome) {
        ObjectNode item = JSON.createObjectNode();
        item.put("card", UUID.randomUUID().toString()).put("outcome", outcome);
        return item.put(
                "outcomeTimestamp",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static ObjectNode accepted() {
        ObjectNode item = item("accepted");
        item.putArray("acceptedSuggestions")
                .addObject()
                .put("id", UUID.randomUUID().toString());
        return item;
    }

    private static ObjectNode reasoned() {
        ObjectNode item = item("overridden");
        ObjectNode why = item.putObject("overrideReason");
        why.putObject("reason").put("code", "conformance").put("system", "https://example.org/reasons");
        why.put("userComment", "Sent by a conformance check.");
        return item;
    }
}
