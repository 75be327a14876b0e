package io.nextline.samples.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Calls as a browser makes them for a web page of another origin. Judged only where the list of services invites them. */
final class CorsChecks implements ServiceChecks {

    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final List<String> RULES =
            List.of("2.0#cors.preflight", "2.0#cors.headers", "2.0#cors.answer", "2.0#cors.error", "fetch#credentials");

    @Override
    public String subject() {
        return "calls of a web page";
    }

    @Override
    public void run(Session session, Service service) {
        String origin = session.target().origin();
        Place place = session.at(service.name());
        Exchange list = session.send(Call.of("GET", Call.ROOT).with("Origin", origin), place);
        if (list.header(ALLOW_ORIGIN).isEmpty()) {
            RULES.forEach(id -> session.ledger().skip(id, "no cross-origin calls for " + origin));
            return;
        }
        boolean open = list.header(ALLOW_ORIGIN).equals("*")
                && list.header("Access-Control-Allow-Credentials").equals("true");
        place.holds("fetch#credentials", !open, "* with credentials");
        preflight(session, service, origin);
        Call call = Call.post(service.path(), session.requests().full(service)).with("Origin", origin);
        Exchange answer = session.send(call, place);
        if (answer.is(200, 412)) {
            place.holds("2.0#cors.answer", isAllowed(answer, origin), words(answer));
        }
        Exchange error = session.send(Call.post(service.path(), "{").with("Origin", origin), place);
        place.holds("2.0#cors.error", isAllowed(error, origin), words(error));
    }

    private static void preflight(Session session, Service service, String origin) {
        Place place = session.at(service.name());
        Call preflight = Call.of("OPTIONS", service.path())
                .with("Origin", origin)
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "authorization,content-type")
                .anonymous();
        Exchange answer = session.send(preflight, place);
        boolean passes = answer.is(200, 204)
                && isAllowed(answer, origin)
                && lists(answer.header("Access-Control-Allow-Methods"), "post");
        place.holds("2.0#cors.preflight", passes, "OPTIONS gives " + answer.words() + ", " + words(answer));
        if (passes) {
            String headers = answer.header("Access-Control-Allow-Headers");
            boolean both = lists(headers, "authorization") && lists(headers, "content-type");
            place.holds("2.0#cors.headers", both, Seen.quoted(headers));
        }
    }

    private static boolean lists(String values, String value) {
        return Arrays.stream(values.toLowerCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .anyMatch(each -> each.equals(value) || (each.equals("*") && !value.equals("authorization")));
    }

    private static boolean isAllowed(Exchange answer, String origin) {
        String allowed = answer.header(ALLOW_ORIGIN);
        return allowed.equals("*") || allowed.equals(origin);
    }

    private static String words(Exchange answer) {
        return ALLOW_ORIGIN + " is " + Seen.quoted(answer.header(ALLOW_ORIGIN)) + " at " + answer.words();
    }
}
