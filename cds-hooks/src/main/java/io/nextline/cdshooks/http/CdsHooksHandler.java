package io.nextline.cdshooks.http;

import io.nextline.cdshooks.CdsService;
import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.feedback.FeedbackDesk;
import io.nextline.cdshooks.operation.CallAccount;
import io.nextline.cdshooks.operation.CallOutcome;
import io.nextline.cdshooks.operation.CallWatch;
import io.nextline.cdshooks.operation.ClientRates;
import io.nextline.cdshooks.operation.RateLimit;
import io.nextline.cdshooks.operation.RequestId;
import io.nextline.cdshooks.operation.TraceContext;
import io.nextline.cdshooks.security.Admission;
import io.nextline.cdshooks.security.ClientGate;
import io.nextline.core.evidence.Layer;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The CDS Hooks endpoints without a web framework: discovery at {@code /cds-services}, the services below it, and
 * beside them the evidence pages at {@code /evidence}. Immutable and
 * thread-safe.
 */
public final class CdsHooksHandler {

    /** The response header that tells why there is no card, one of the published reasons. */
    public static final String WHY = "X-Nextline-Why";

    /** The response header that names the call, as the service's log does. */
    public static final String REQUEST_ID = "X-Request-Id";

    private static final String TRACE = "traceparent";
    private static final String TRACE_STATE = "tracestate";
    private static final String ROOT = "/cds-services";
    private static final String FEEDBACK = "/feedback";
    private static final String DISCOVERY_METHODS = "GET, HEAD, OPTIONS";
    private static final String SERVICE_METHODS = "POST, OPTIONS";

    private final CdsServices services;
    private final Discovery discovery;
    private final Cors cors;
    private final Entrance entrance;
    private final @Nullable FeedbackDesk feedback;
    private final CallWatch watch;
    private final PageDesk pages;
    private final ClientRates rates;

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
        this(services, cors, gate, feedback, CallWatch.none(), RateLimit.none());
    }

    /**
     * Makes a handler whose calls are watched and bounded.
     *
     * @param services answer the calls
     * @param cors which web pages may read the answers
     * @param gate decides who may call
     * @param feedback takes feedback on the cards; null where none is taken, and the endpoints for it are not there
     * @param watch takes notice of the calls
     * @param rate how often one client may call
     */
    public CdsHooksHandler(
            CdsServices services,
            Cors cors,
            ClientGate gate,
            @Nullable FeedbackDesk feedback,
            CallWatch watch,
            RateLimit rate) {
        this.services = services;
        this.discovery = new Discovery(services);
        this.cors = cors;
        this.entrance = new Entrance(gate);
        this.feedback = feedback;
        this.watch = watch;
        this.pages = new PageDesk(services, watch);
        this.rates = new ClientRates(rate, System::nanoTime);
    }

    private CdsHooksHandler(CdsHooksHandler like, CdsServices services) {
        this.services = services;
        this.discovery = new Discovery(services);
        this.cors = like.cors;
        this.entrance = like.entrance;
        this.feedback = like.feedback;
        this.watch = like.watch;
        this.pages = like.pages;
        this.rates = like.rates;
    }

    /**
     * Returns the same endpoints on another day, for {@link DevelopmentPages}: the same gate, feedback, watch and rates.
     *
     * @param asOf the day of evaluation
     * @param layer which publications the answers speak from
     */
    public CdsHooksHandler asOf(LocalDate asOf, Layer layer) {
        return new CdsHooksHandler(this, services.asOf(asOf, layer));
    }

    /**
     * Gets the gate, the store of feedback and the words of the cards ready; {@code NextlineServer} and {@code NextlineServlet} do so by themselves.
     *
     * @throws io.nextline.cdshooks.security.InvalidSettingsException if one of them was configured with what cannot be used
     */
    public void prepare() {
        entrance.prepare();
        if (feedback != null) {
            feedback.prepare();
        }
        services.prepare();
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
        CdsService service = calledBy(request);
        if (service == null) {
            return decided(request, answerOther(request));
        }
        TraceContext trace =
                TraceContext.of(request.headers().all(TRACE), request.headers().all(TRACE_STATE));
        CallAccount account = new CallAccount(service, trace);
        try {
            return call(account, request);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            HttpResponse response = Failures.of(failure, account.requestId());
            return settled(account, CallOutcome.FAILED, request, response);
        }
    }

    /** Turns a request away because its address sends too many; nothing else of it is looked at. */
    HttpResponse throttled(HttpRequest request, long nanosToWait) {
        HttpResponse response = Failures.tooMany(nanosToWait);
        CdsService service = calledBy(request);
        if (service == null) {
            return cors.apply(request, response);
        }
        CallAccount account = new CallAccount(service, null);
        return settled(account, CallOutcome.THROTTLED_ADDRESS, request, response)
                .response();
    }

    /** Decides what the head of a request for a development server's own pages decides. */
    Opening open(HttpRequest request, DevelopmentPages pages) {
        return PageCall.open(entrance, services.settings().limits().maxBytes(), request, pages);
    }

    private @Nullable CdsService calledBy(HttpRequest request) {
        return request.method().equals("POST") ? named(request.path()) : null;
    }

    private @Nullable CdsService named(String path) {
        String at = isFeedback(path) ? path.substring(0, path.length() - FEEDBACK.length()) : path;
        return at.startsWith(ROOT + "/") ? CdsService.named(at.substring(ROOT.length() + 1)) : null;
    }

    private boolean isFeedback(String path) {
        return feedback != null && path.endsWith(FEEDBACK);
    }

    private HttpResponse answerOther(HttpRequest request) {
        if (request.path().equals(ROOT)) {
            try {
                return discover(request);
            } catch (RuntimeException failure) {
                return Failures.of(failure, RequestId.next());
            }
        }
        if (pages.serves(request.path())) {
            return pages.answer(request);
        }
        if (named(request.path()) == null) {
            return Outcomes.of(404, "not-found", "there is nothing here; GET " + ROOT + " lists the services");
        }
        return request.method().equals("OPTIONS")
                ? HttpResponse.empty(204).with("Allow", SERVICE_METHODS)
                : notAllowed(SERVICE_METHODS);
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

    static HttpResponse notAllowed(String methods) {
        return Outcomes.of(405, "not-supported", "this path answers " + methods).with("Allow", methods);
    }

    // Who calls is settled before anything else of the call is looked at.
    private Opening call(CallAccount account, HttpRequest request) {
        Admission admission = entrance.admit(endpoint(account, request), request);
        if (admission instanceof Admission.Refused refused) {
            account.refused(refused);
            CallOutcome outcome =
                    refused.cause().isUnavailable() ? CallOutcome.CHECK_UNAVAILABLE : CallOutcome.NOT_AUTHENTICATED;
            return settled(account, outcome, request, Entrance.answer(refused));
        }
        Admission.Admitted admitted = (Admission.Admitted) admission;
        account.admitted(admitted);
        long wait = rates.take(admitted.caller());
        if (wait > 0) {
            return settled(account, CallOutcome.THROTTLED_CLIENT, request, Failures.tooMany(wait));
        }
        return wanted(account, request);
    }

    // The endpoint's name comes from our own list, not from what was sent.
    private String endpoint(CallAccount account, HttpRequest request) {
        return ROOT + "/" + account.service().id() + (isFeedback(request.path()) ? FEEDBACK : "");
    }

    private Opening wanted(CallAccount account, HttpRequest request) {
        FeedbackDesk desk = isFeedback(request.path()) ? feedback : null;
        long mostBytes = desk == null ? services.settings().limits().maxBytes() : FeedbackDesk.MOST_BYTES;
        HttpResponse refusal = BodyRules.refusal(request.headers(), mostBytes);
        if (refusal != null) {
            CallOutcome outcome = refusal.status() == 413 ? CallOutcome.TOO_LARGE : CallOutcome.UNSUPPORTED;
            return settled(account, outcome, request, refusal);
        }
        if (desk != null) {
            return new FeedbackCall(desk, watch, account, response -> finish(account, request, response));
        }
        if (!watch.mayAnswer()) {
            return settled(account, CallOutcome.NOT_RECORDED, request, Failures.notRecorded());
        }
        return new ServiceCall(services, watch, account, response -> finish(account, request, response));
    }

    private Opening.Decided settled(
            CallAccount account, CallOutcome outcome, HttpRequest request, HttpResponse response) {
        account.ended(outcome, response.status());
        watch.ended(account);
        return new Opening.Decided(finish(account, request, response));
    }

    private HttpResponse finish(CallAccount account, HttpRequest request, HttpResponse response) {
        TraceContext trace = account.trace();
        HttpResponse named = response.with("Cache-Control", "no-store").with(REQUEST_ID, account.requestId());
        return cors.apply(request, trace == null ? named : named.with(TRACE, trace.header()));
    }
}
