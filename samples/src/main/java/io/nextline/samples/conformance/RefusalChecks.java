package io.nextline.samples.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Calls that are wrong, each in one way. */
final class RefusalChecks implements ServiceChecks {

    @Override
    public String subject() {
        return "wrong calls";
    }

    @Override
    public void run(Session session, Service service) {
        Place place = session.at(service.name());
        Exchange get = session.send(Call.of("GET", service.path()), place);
        place.holds("http#method", get.status() == 405, "GET gives " + get.words());
        ObjectNode full = session.requests().full(service);
        Exchange typed = session.send(Call.post(service.path(), full).as("text/plain"), place);
        place.holds("http#content-type", typed.status() == 415, "text/plain gives " + typed.words());
        refused(session, service, "2.0#calling.json", "{\"hook\": \"" + service.hook() + "\",");
        without(session, service, "2.0#calling.hook", "hook");
        without(session, service, "2.0#calling.hook-instance", "hookInstance");
        without(session, service, "2.0#calling.context", "context");
        ObjectNode nobody = session.requests().full(service);
        ((ObjectNode) nobody.path("context")).remove("patientId");
        refused(session, service, "2.0#calling.patient-id", nobody);
        String other = service.hook().equals("patient-view") ? "order-sign" : "patient-view";
        refused(
                session,
                service,
                "2.0#calling.other-hook",
                session.requests().full(service).put("hook", other));
    }

    private static void without(Session session, Service service, String id, String field) {
        refused(session, service, id, session.requests().full(service).without(field));
    }

    private static void refused(Session session, Service service, String id, Object body) {
        Place place = session.at(service.name());
        Call call = Call.post(service.path(), body);
        Exchange answer = session.send(call, place);
        place.holds(id, answer.isRefused(), answer.words());
    }
}
