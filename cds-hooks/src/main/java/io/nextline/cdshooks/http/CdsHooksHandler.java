package io.nextline.cdshooks.http;

import io.nextline.cdshooks.CdsAnswer;
import io.nextline.cdshooks.CdsService;
import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.feedback.FeedbackDesk;
import io.nextline.cdshooks.security.Admission;
import io.nextline.cdshooks.security.Caller;
import io.nextline.cdshooks.security.ClientGate;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The CDS Hooks endpoints without a web framework: discovery at {@code /cds-services}, the services below it. Immutable and
 * thread-safe.
 */
public final class CdsHooksHandler {

    /** The response header that tells why there is no card, one of the published reasons. */
    public static final String WHY = "X-Nextline-Why";

    private static final String ROOT = "/cds-services";
    private static final String FEEDBACK = "/feedback";
    private static final String DISCOVERY_METHODS = "GET, HEAD, OPTIONS";
    private static final String SERVICE_METHODS = "POST, OPTIONS";

    private final CdsServices services;
    private final Discovery discovery;
    private final Cors cors;
    private final Entrance entrance;
    private final @Nullable FeedbackDesk feedback;

    /**
     * Makes a handler that takes no feedback. It asks the gate before it reads anything of a call's body.
     *
     * @param services answer the calls
     * @param cors which web pages may read the answers
     * @param gate decides who may call
     */
    public CdsHooksHandler(CdsServices services, Cors cors, ClientGate gate) {
        this(services, cors, gate, null);
    }

    /**
     * Makes a handler. It asks the gate before it reads anything of a call's body.
     *
     * @param services answer the calls
     * @param cors which web pages may read the answers
     * @param gate decides who may call
     * @param feedback takes feedback on the cards; null where none is taken, and the endpoints for it are not there
     */
    public CdsHooksHandler(CdsServices services, Cors cors, ClientGate gate, @Nullable FeedbackDesk feedback) {
        this.services = services;
        this.discovery = new Discovery(services);
        this.cors = cors;
        this.entrance = new Entrance(gate);
        this.feedback = feedback;
    }

    /**
     * Gets the gate and the store of feedback ready; {@code NextlineServer} and {@code NextlineServlet} do so by themselves.
     *
     * @throws io.nextline.cdshooks.security.InvalidSettingsException if one of them was configured with what cannot be used
     */
    public void prepare() {
        entrance.prepare();
        if (feedback != null) {
            feedback.prepare();
        }
    }

    /**
     * Answers one request. Whatever goes wrong with it becomes an answer, too.
     *
     * @throws IOException if the body cannot be received; there is then nobody left to answer
     */
    public HttpResponse handle(HttpRequest request) throws IOException {
        return open(request).answer(request.body());
    }

    /** Decides what the head of a request decides, for those who take in bodies without waiting. Its body is not touched. */
    Opening open(HttpRequest request) {
        try {
            return judge(request);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            return new Opening.Decided(finish(request, Failures.of(failure)));
        }
    }

    private Opening judge(HttpRequest request) {
        String path = request.path();
        if (path.equals(ROOT)) {
            return decided(request, discover(request));
        }
        boolean onFeedback = feedback != null && path.endsWith(FEEDBACK);
        String at = onFeedback ? path.substring(0, path.length() - FEEDBACK.length()) : path;
        CdsService service = at.startsWith(ROOT + "/") ? CdsService.named(at.substring(ROOT.length() + 1)) : null;
        if (service == null) {
            return decided(
                    request,
                    Outcomes.of(404, "not-found", "there is nothing here; GET " + ROOT + " lists the services"));
        }
        return switch (request.method()) {
            case "POST" -> post(service, onFeedback ? feedback : null, request);
            case "OPTIONS" -> decided(request, HttpResponse.empty(204).with("Allow", SERVICE_METHODS));
            default -> decided(request, notAllowed(SERVICE_METHODS));
        };
    }

    private Opening decided(HttpRequest request, HttpResponse response) {
        return new Opening.Decided(cors.apply(request, response));
    }

    private HttpResponse discover(HttpRequest request) {
        return switch (request.method()) {
            case "GET" -> list(request);
            case "HEAD" -> list(request).withoutBody();
            case "OPTIONS" -> HttpResponse.empty(204).with("Allow", DISCOVERY_METHODS);
            default -> notAllowed(DISCOVERY_METHODS);
        };
    }

    private HttpResponse list(HttpRequest request) {
        if (entrance.guardsDiscovery()) {
            Admission admission = entrance.admit(ROOT, request);
            if (admission instanceof Admission.Refused refused) {
                return Entrance.answer(refused);
            }
        }
        return discovery.answer(request.headers().first("If-None-Match"));
    }

    private static HttpResponse notAllowed(String methods) {
        return Outcomes.of(405, "not-supported", "this path answers " + methods).with("Allow", methods);
    }

    // Who calls is settled before anything else of the call is looked at.
    private Opening post(CdsService service, @Nullable FeedbackDesk desk, HttpRequest request) {
        String path = ROOT + "/" + service.id() + (desk == null ? "" : FEEDBACK);
        Admission admission = entrance.admit(path, request);
        if (admission instanceof Admission.Admitted admitted) {
            Caller caller = admitted.caller();
            return desk == null ? call(service, caller, request) : report(service, desk, caller, request);
        }
        return new Opening.Decided(finish(request, Entrance.answer((Admission.Refused) admission)));
    }

    private Opening call(CdsService service, Caller caller, HttpRequest request) {
        HttpResponse refusal = BodyRules.refusal(
                request.headers(), services.settings().limits().maxBytes());
        return refusal == null
                ? (Opening.Call) body -> finish(request, answer(service, caller, body))
                : new Opening.Decided(finish(request, refusal));
    }

    private Opening report(CdsService service, FeedbackDesk desk, Caller caller, HttpRequest request) {
        HttpResponse refusal = BodyRules.refusal(request.headers(), FeedbackDesk.MOST_BYTES);
        return refusal == null
                ? (Opening.Report) body -> finish(request, take(service, desk, caller, body))
                : new Opening.Decided(finish(request, refusal));
    }

    private HttpResponse finish(HttpRequest request, HttpResponse response) {
        return cors.apply(request, response.with("Cache-Control", "no-store"));
    }

    // One call must not end the service: what a single evaluation does to stack or heap ends with that call.
    private HttpResponse answer(CdsService service, Caller caller, InputStream body) throws IOException {
        try {
            CdsAnswer answer = services.call(service, caller, body);
            HttpResponse response = HttpResponse.json(200, answer.body());
            return answer.noCardReason() == null
                    ? response
                    : response.with(WHY, answer.noCardReason().id());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            return Failures.of(failure);
        }
    }

    private static HttpResponse take(CdsService service, FeedbackDesk desk, Caller caller, InputStream body)
            throws IOException {
        try {
            desk.receive(service, caller, body);
            return HttpResponse.done();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            return Failures.of(failure);
        }
    }
}
