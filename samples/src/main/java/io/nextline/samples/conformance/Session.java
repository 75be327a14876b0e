package io.nextline.samples.conformance;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One run against one target: what its groups of checks share. Not thread-safe. */
final class Session {

    private static final Duration PROMPT = Duration.ofMillis(500);

    private final Target target;
    private final Client client;
    private final Ledger ledger;
    private final Requests requests = new Requests();
    private final AnswerRules answers;
    private final Map<Service, Duration> fastest = new HashMap<>();

    Session(Target target, Catalogue catalogue) {
        this.target = target;
        this.client = new Client(target);
        this.ledger = new Ledger(catalogue);
        this.answers = new AnswerRules(target.expectsSystemActions());
    }

    Target target() {
        return target;
    }

    Ledger ledger() {
        return ledger;
    }

    Requests requests() {
        return requests;
    }

    Place at(String where) {
        return ledger.at(where);
    }

    /** Sends a call, and holds what comes back to the rules for every error. */
    Exchange send(Call call, Place place) {
        Exchange answer = client.send(call);
        if (!call.method().equals("HEAD")) {
            ErrorRules.check(answer, place);
        }
        return answer;
    }

    /** Sends a request to a service, and holds what comes back to the rules for every answer. */
    Exchange call(Service service, Object request, Place place) {
        Exchange answer = send(Call.post(service.path(), request), place);
        if (answer.status() == 200) {
            fastest.merge(service, answer.took(), (one, other) -> one.compareTo(other) < 0 ? one : other);
            answers.check(answer, place);
        }
        return answer;
    }

    /** Tells how quick the services were. */
    void judgeTime() {
        fastest.forEach((service, took) -> at(service.name())
                .holds(
                        "2.0#response.time",
                        took.compareTo(PROMPT) <= 0,
                        "the fastest call took " + took.toMillis() + " ms"));
    }
}
