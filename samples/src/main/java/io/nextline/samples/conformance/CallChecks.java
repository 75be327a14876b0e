package io.nextline.samples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Legal calls: with data, with less and less of them, and twice the same. */
final class CallChecks implements ServiceChecks {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PREFETCH =
            List.of("2.0#prefetch.null", "2.0#prefetch.empty", "2.0#prefetch.operation-outcome", "2.0#prefetch.paged");

    @Override
    public String subject() {
        return "calls";
    }

    @Override
    public void run(Session session, Service service) {
        Requests requests = session.requests();
        ObjectNode full = requests.full(service);
        Exchange first = judge(session, service, "2.0#calling.status", full);
        if (first.status() == 200) {
            same(session, service, full, first);
        }
        users(session, service);
        judge(session, service, "2.0#prefetch.absent", requests.bare(service));
        if (service.prefetch().isEmpty()) {
            PREFETCH.forEach(id -> session.ledger().skip(id, "no service asks for prefetch"));
            return;
        }
        judge(session, service, "2.0#prefetch.null", requests.with(service, NullNode.getInstance()));
        judge(session, service, "2.0#prefetch.empty", requests.empty(service));
        judge(session, service, "2.0#prefetch.operation-outcome", requests.with(service, outcome()));
        judge(session, service, "2.0#prefetch.paged", requests.paged(service));
    }

    private static void users(Session session, Service service) {
        for (byte[] request : session.target().requests()) {
            try {
                JsonNode json = JSON.readTree(request);
                if (json.path("hook").asText().equals(service.hook())) {
                    judge(session, service, "2.0#calling.status", json);
                }
            } catch (IOException checkedBefore) {
                throw new UncheckedIOException(checkedBefore);
            }
        }
    }

    private static Exchange judge(Session session, Service service, String id, JsonNode request) {
        Place place = session.at(service.name());
        Exchange answer = session.call(service, request, place);
        place.holds(id, answer.is(200, 412), answer.words());
        return answer;
    }

    // A card's identifiers may be new each time; all else is what was concluded from the same data.
    private static void same(Session session, Service service, ObjectNode request, Exchange first) {
        Place place = session.at(service.name());
        Exchange second = session.call(service, request, place);
        boolean equal = withoutIds(first.json()).equals(withoutIds(second.json()));
        place.holds("kit#deterministic", equal, second.status() == 200 ? "the second answer differs" : second.words());
    }

    private static JsonNode withoutIds(JsonNode json) {
        JsonNode copy = json.deepCopy();
        copy.findParents("uuid").forEach(each -> ((ObjectNode) each).remove("uuid"));
        return copy;
    }

    private static ObjectNode outcome() {
        ObjectNode outcome = JSON.createObjectNode().put("resourceType", "OperationOutcome");
        outcome.putArray("issue").addObject().put("severity", "error").put("code", "timeout");
        return outcome;
    }
}
