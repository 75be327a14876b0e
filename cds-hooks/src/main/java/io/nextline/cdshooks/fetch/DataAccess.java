package io.nextline.cdshooks.fetch;

import io.nextline.cdshooks.fetch.AddressCheck.Resolver;
import io.nextline.cdshooks.operation.CallAccount;
import io.nextline.cdshooks.prefetch.Prefetch;
import io.nextline.cdshooks.prefetch.PrefetchKey;
import io.nextline.cdshooks.request.CdsRequest;
import io.nextline.cdshooks.request.FhirAuthorization;
import io.nextline.core.fhir.RecordReader;
import java.net.InetAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Completes the data of a call from the client's FHIR server, as far as the site allows it. The HTTP client comes to be at the
 * first fetch, so that a service which is always sent everything never pays for it. Thread-safe.
 */
public final class DataAccess {

    private final FetchSettings settings;
    private final Resolver resolver;
    private final PageReader pages;
    private final Map<FhirEndpoint, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private @Nullable FhirClient client;

    /**
     * Makes the access.
     *
     * @param settings where and how much may be fetched
     * @param resources reads what was fetched, within the limits on requests
     */
    public DataAccess(FetchSettings settings, RecordReader resources) {
        this(settings, resources, InetAddress::getAllByName);
    }

    DataAccess(FetchSettings settings, RecordReader resources, Resolver resolver) {
        this.settings = settings;
        this.resolver = resolver;
        this.pages = new PageReader(resources);
    }

    /**
     * Adds to the record of a request what is missing and can be had. What was tried in vain leaves its area partial; where
     * nothing may be tried the request stays as it is.
     *
     * @param request the request as read; its record is added to
     * @param account the call's, admitted; it gets to know of each fetch
     * @param deadline until when the call may take its time
     * @param pause what the call does while it waits
     * @throws BusyException if the pause does not let it wait, or go on
     */
    public FetchedData complete(CdsRequest request, CallAccount account, Deadline deadline, FetchPause pause) {
        Prefetch prefetch = request.prefetch();
        if (!settings.isOn() || request.fhirServer() == null) {
            return FetchedData.asSent(prefetch);
        }
        List<PrefetchKey> wanted = FetchPlan.wanted(prefetch);
        FhirUrl base = FhirUrl.parse(request.fhirServer());
        FhirEndpoint endpoint = base == null ? null : settings.endpoint(account.admitted(), base);
        if (base == null || endpoint == null) {
            return refused(prefetch, wanted, FetchProblem.NOT_ALLOWED);
        }
        String patientId = request.context().patientId();
        FhirAuthorization authorization = request.authorization();
        if (authorization == null || !authorization.isUsableFor(patientId)) {
            return refused(prefetch, wanted, FetchProblem.NO_TOKEN);
        }
        if (!MedicationReferences.isId(patientId)) {
            return refused(prefetch, wanted, FetchProblem.UNSUITABLE_ID);
        }
        CircuitBreaker breaker =
                breakers.computeIfAbsent(endpoint, key -> new CircuitBreaker(settings.breaker(), settings.nanos()));
        Source source = new Source(base, base, authorization.token(), new SmartScopes(authorization.scope()), breaker);
        return new CallFetch(request, account, source, settings.limits(), pages)
                .run(
                        this::client,
                        endpoint.allowPrivate(),
                        deadline.within(settings.limits().total()),
                        pause);
    }

    /** Returns how many of the site's FHIR servers are left alone at the moment, because they failed too often. */
    public long suspended() {
        return breakers.values().stream().filter(CircuitBreaker::isOpen).count();
    }

    private static FetchedData refused(Prefetch prefetch, List<PrefetchKey> wanted, FetchProblem problem) {
        Map<PrefetchKey, FetchProblem> problems = new EnumMap<>(PrefetchKey.class);
        wanted.forEach(key -> problems.put(key, problem));
        return new FetchedData(prefetch, problems);
    }

    private synchronized FhirClient client() {
        if (client == null) {
            client = new FhirClient(settings, resolver);
        }
        return client;
    }
}
