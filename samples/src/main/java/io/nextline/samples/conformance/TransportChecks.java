package io.nextline.samples.conformance;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/** How the list of services behaves over HTTP. */
final class TransportChecks {

    private final Session session;
    private final Place place;

    TransportChecks(Session session) {
        this.session = session;
        this.place = session.at("discovery");
    }

    void run(Exchange first) {
        https(session.target().base());
        if (first.status() != 200) {
            return;
        }
        Exchange again = session.send(Call.of("GET", Call.ROOT), place);
        place.holds(
                "kit#discovery.stable",
                again.json().equals(first.json()),
                again.status() == 200 ? "the second answer differs" : again.words());
        Exchange head = session.send(Call.of("HEAD", Call.ROOT), place);
        place.holds("http#head", head.status() == 200 && !head.hasBody(), head.words());
        conditional(first.header("ETag"));
    }

    private void https(URI base) {
        if (base.getScheme().equals("https")) {
            place.holds("2.0#security.https", true, "");
        } else if (isThisMachine(base)) {
            session.ledger().skip("2.0#security.https", "plain HTTP on this machine");
        } else {
            place.holds("2.0#security.https", false, "plain HTTP to another machine");
        }
    }

    private static boolean isThisMachine(URI base) {
        try {
            return Arrays.stream(InetAddress.getAllByName(base.getHost())).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private void conditional(String tag) {
        if (tag.isEmpty()) {
            session.ledger().skip("http#conditional", "the list has no ETag");
            return;
        }
        Exchange answer = session.send(Call.of("GET", Call.ROOT).with("If-None-Match", tag), place);
        place.holds("http#conditional", answer.status() == 304, answer.words());
    }

    /** Judges the answer to a service that is not there. */
    void unknownService() {
        String path = Call.ROOT + "/nextline-conformance-no-such-service";
        Exchange answer = session.send(Call.post(path, "{}"), session.at("unknown service"));
        session.at("").holds("http#unknown-service", answer.status() == 404, answer.words());
    }
}
