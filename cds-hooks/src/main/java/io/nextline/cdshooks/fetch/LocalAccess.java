package io.nextline.cdshooks.fetch;

import io.nextline.cdshooks.fetch.SmartScopes.Access;
import io.nextline.cdshooks.prefetch.Prefetch;
import io.nextline.cdshooks.prefetch.PrefetchKey;
import io.nextline.cdshooks.prefetch.PrefetchState;
import io.nextline.cdshooks.request.CdsRequest;
import io.nextline.cdshooks.request.FhirAuthorization;
import io.nextline.core.fhir.QueryAnswer;
import io.nextline.core.fhir.RecordReader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Completes the data of a call from the host's own FHIR data. Immutable and thread-safe. */
public final class LocalAccess {

    private final LocalSource source;
    private final FetchLimits limits;
    private final RecordReader resources;

    /**
     * Makes the access.
     *
     * @param source the host's data
     * @param limits how much one call may read
     * @param resources reads it, within the limits on requests
     */
    public LocalAccess(LocalSource source, FetchLimits limits, RecordReader resources) {
        this.source = source;
        this.limits = limits;
        this.resources = resources;
    }

    /** Returns whether the request names the host's own base as its FHIR server. */
    public boolean isMeantBy(CdsRequest request) {
        return request.fhirServer() != null && source.isAt(request.fhirServer());
    }

    /**
     * Adds to the record of a request what is missing and can be had.
     *
     * @param request the request as read; its record is added to
     * @param deadline until when the call may take its time
     */
    public FetchedData complete(CdsRequest request, Deadline deadline) {
        Map<PrefetchKey, PrefetchState> states = new EnumMap<>(PrefetchKey.class);
        states.putAll(request.prefetch().states());
        Map<PrefetchKey, FetchProblem> problems = new EnumMap<>(PrefetchKey.class);
        List<PrefetchKey> wanted = FetchPlan.wanted(request.prefetch());
        FetchProblem refusal = refusal(request);
        if (refusal != null) {
            wanted.forEach(key -> problems.put(key, refusal));
            return new FetchedData(request.prefetch(), problems);
        }
        LocalReader reader = reader(request, deadline);
        SmartScopes scopes = new SmartScopes(scope(request.authorization()));
        for (PrefetchKey key : wanted) {
            LocalReader.Ending ending = read(key, request, reader, scopes);
            if (ending.state() != null) {
                states.put(key, ending.state());
            }
            if (ending.problem() != null) {
                problems.put(key, ending.problem());
                states.putIfAbsent(key, PrefetchState.FAILED);
            }
        }
        reader.readMedications(
                request.context().patientId(),
                request.context().drafts().resources(),
                String.valueOf(request.fhirServer()));
        return new FetchedData(new Prefetch(states), problems);
    }

    private static @Nullable FetchProblem refusal(CdsRequest request) {
        String patientId = request.context().patientId();
        if (!LocalReader.isId(patientId)) {
            return FetchProblem.UNSUITABLE_ID;
        }
        FhirAuthorization authorization = request.authorization();
        return authorization == null || authorization.isUsableFor(patientId) ? null : FetchProblem.NO_TOKEN;
    }

    private LocalReader reader(CdsRequest request, Deadline deadline) {
        FhirAuthorization authorization = request.authorization();
        return new LocalReader(
                source,
                authorization == null ? null : authorization.token(),
                limits,
                deadline,
                resources,
                request.record());
    }

    private static @Nullable String scope(@Nullable FhirAuthorization authorization) {
        return authorization == null ? null : authorization.scope();
    }

    private LocalReader.Ending read(PrefetchKey key, CdsRequest request, LocalReader reader, SmartScopes scopes) {
        Access access = scopes.to(key.resourceType(), key.isSearch());
        LocalReader.Ending ending = access == Access.NONE
                ? new LocalReader.Ending(null, FetchProblem.NO_SCOPE)
                : reader.read(url(key, request), answer(key, request));
        if (access != Access.WHOLE) {
            // What a token shows in part only is not all there is.
            request.record().partial(key.area());
        }
        return ending;
    }

    private String url(PrefetchKey key, CdsRequest request) {
        QueryAnswer begun = request.prefetch().unread().get(key);
        if (begun != null && begun.next() != null) {
            return begun.next();
        }
        String count = key.isSearch() ? "&_count=" + limits.pageSize() : "";
        return key.template().replace("{{context.patientId}}", request.context().patientId()) + count;
    }

    private static QueryAnswer answer(PrefetchKey key, CdsRequest request) {
        QueryAnswer begun = request.prefetch().unread().get(key);
        return begun == null ? key.answer() : begun;
    }
}
