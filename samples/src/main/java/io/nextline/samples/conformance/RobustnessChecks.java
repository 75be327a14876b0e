package io.nextline.samples.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Legal calls in unusual clothes. */
final class RobustnessChecks implements ServiceChecks {

    private static final int TWO_MEGABYTES = 2 * 1024 * 1024;

    @Override
    public String subject() {
        return "unusual calls";
    }

    @Override
    public void run(Session session, Service service) {
        Place place = session.at(service.name());
        int usual =
                session.call(service, session.requests().full(service), place).status();
        if (usual != 200 && usual != 412) {
            return;
        }
        like(
                session,
                service,
                "2.0#calling.unknown-fields",
                usual,
                unknownFields(session.requests().full(service)));
        like(
                session,
                service,
                "2.0#extensions.request",
                usual,
                extended(session.requests().full(service)));
        like(
                session,
                service,
                "rfc8259#order",
                usual,
                reversed(session.requests().full(service)));
        Call charset =
                Call.post(service.path(), session.requests().full(service)).as("application/json; charset=utf-8");
        Exchange answer = session.send(charset, place);
        place.holds("http#charset", answer.status() == usual, answer.words());
        Exchange large = session.call(service, large(session.requests().full(service)), place);
        place.holds("kit#large", large.is(200, 412, 413), large.words());
    }

    private static void like(Session session, Service service, String id, int usual, ObjectNode request) {
        Place place = session.at(service.name());
        Exchange answer = session.call(service, request, place);
        place.holds(id, answer.status() == usual, answer.words() + " instead of " + usual);
    }

    private static ObjectNode unknownFields(ObjectNode request) {
        request.putObject("conformanceUnknown")
                .put("is", "unknown")
                .putArray("of")
                .add(1);
        ((ObjectNode) request.path("context")).put("conformanceUnknown", true);
        return request;
    }

    private static ObjectNode extended(ObjectNode request) {
        request.putObject("extension").putObject("org.example.conformance").put("depth", 1);
        ((ObjectNode) request.path("context")).putObject("extension").put("org.example.conformance", "text");
        return request;
    }

    private static ObjectNode reversed(ObjectNode request) {
        List<String> names = new ArrayList<>();
        request.fieldNames().forEachRemaining(names::add);
        Collections.reverse(names);
        ObjectNode reversed = request.objectNode();
        names.forEach(name -> reversed.set(name, request.get(name)));
        return reversed;
    }

    private static ObjectNode large(ObjectNode request) {
        request.putObject("extension").put("org.example.conformance", "x".repeat(TWO_MEGABYTES));
        return request;
    }
}
