package io.nextline.samples.conformance;

import java.util.ArrayList;
import java.util.List;

/** Calls of clients that nobody should trust. Judged only where the user says that calls are authenticated. */
final class ClientChecks implements ServiceChecks {

    private static final List<String> RULES = List.of(
            "2.0#clients.no-token",
            "2.0#clients.scheme",
            "2.0#clients.garbage",
            "2.0#clients.none",
            "2.0#clients.symmetric",
            "2.0#clients.feedback",
            "2.0#clients.silence");

    @Override
    public String subject() {
        return "calls of strangers";
    }

    @Override
    public void run(Session session, Service service) {
        if (!session.target().expectsAuthentication()) {
            RULES.forEach(id -> session.ledger().skip(id, "judged with --expects-auth"));
            return;
        }
        String url = session.target().url(service.path()).toString();
        List<Exchange> refusals = new ArrayList<>();
        refusals.add(refused(session, service, "2.0#clients.no-token", ""));
        refusals.add(refused(session, service, "2.0#clients.scheme", "Basic Y29uZm9ybWFuY2U6Y2hlY2s="));
        refusals.add(refused(session, service, "2.0#clients.garbage", "Bearer no.json.web-token"));
        refusals.add(refused(session, service, "2.0#clients.none", "Bearer " + ForgedTokens.unsigned(url)));
        refusals.add(refused(session, service, "2.0#clients.symmetric", "Bearer " + ForgedTokens.symmetric(url)));
        refusals.removeIf(each -> each.status() != 401);
        boolean same = refusals.stream()
                .allMatch(each -> each.text().equals(refusals.get(0).text()));
        session.at(service.name()).holds("2.0#clients.silence", same, "the bodies of the refusals differ");
        feedback(session, service);
    }

    private static Exchange refused(Session session, Service service, String id, String authorization) {
        Place place = session.at(service.name());
        Call call = Call.post(service.path(), session.requests().full(service)).anonymous();
        Exchange answer =
                session.send(authorization.isEmpty() ? call : call.with("Authorization", authorization), place);
        place.holds(id, answer.status() == 401, answer.words());
        return answer;
    }

    private static void feedback(Session session, Service service) {
        Place place = session.at(service.name() + " feedback");
        Call call = Call.post(service.path() + "/feedback", FeedbackChecks.body(FeedbackChecks.item("overridden")));
        Exchange answer = session.send(call.anonymous(), place);
        place.holds("2.0#clients.feedback", answer.is(401, 404, 405, 501), answer.words());
    }
}
