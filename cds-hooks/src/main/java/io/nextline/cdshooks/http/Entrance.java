package io.nextline.cdshooks.http;

import io.nextline.cdshooks.operation.RefusalLog;
import io.nextline.cdshooks.security.Admission;
import io.nextline.cdshooks.security.ClientCall;
import io.nextline.cdshooks.security.ClientGate;
import java.util.List;

/** Puts each request to the gate, and turns a refusal into an answer that is the same for all causes. */
final class Entrance {

    private static final String RETRY_SECONDS = "10";
    private static final List<String> FORWARDING =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

    private final ClientGate gate;
    private final RefusalLog log = new RefusalLog(System::nanoTime);

    Entrance(ClientGate gate) {
        this.gate = gate;
    }

    void prepare() {
        gate.prepare();
    }

    boolean guardsDiscovery() {
        return gate.guardsDiscovery();
    }

    /**
     * Returns what the gate says.
     *
     * @param path the endpoint, from our own list
     */
    Admission admit(String path, HttpRequest request) {
        HttpRequest.Headers headers = request.headers();
        boolean forwarded =
                FORWARDING.stream().anyMatch(name -> !headers.all(name).isEmpty());
        Admission admission = gate.admit(new ClientCall(path, headers.all("Authorization"), forwarded, request.peer()));
        if (admission instanceof Admission.Refused refused) {
            log.note(refused, path);
        }
        return admission;
    }

    /** Returns the answer to a refused call; only whether it may be tried again shows. */
    static HttpResponse answer(Admission.Refused refused) {
        if (refused.cause().isUnavailable()) {
            return Outcomes.of(503, "transient", "the service cannot check callers at the moment; try again later")
                    .with("Retry-After", RETRY_SECONDS);
        }
        return Outcomes.of(401, "login", "this service answers authenticated clients only")
                .with("WWW-Authenticate", "Bearer");
    }
}
