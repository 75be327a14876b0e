package io.nextline.cdshooks.fetch;

import io.nextline.cdshooks.operation.CallAccount;
import io.nextline.cdshooks.prefetch.Prefetch;
import io.nextline.cdshooks.prefetch.PrefetchKey;
import io.nextline.cdshooks.prefetch.PrefetchState;
import io.nextline.cdshooks.request.CdsRequest;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.QueryAnswer;
import io.nextline.core.fhir.RecordArea;
import io.nextline.core.fhir.RecordBuilder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that is fetched for one call: the keys, then the Medications that the record refers to. */
final class CallFetch {

    private static final Logger LOG = LoggerFactory.getLogger(CallFetch.class);

    private final CdsRequest request;
    private final CallAccount account;
    private final Source source;
    private final FetchLimits limits;
    private final PageReader pages;
    private final RecordBuilder record;
    private final Map<PrefetchKey, PrefetchState> states = new EnumMap<>(PrefetchKey.class);
    private final Map<PrefetchKey, FetchProblem> problems = new EnumMap<>(PrefetchKey.class);

    CallFetch(CdsRequest request, CallAccount account, Source source, FetchLimits limits, PageReader pages) {
        this.request = request;
        this.account = account;
        this.source = source;
        this.limits = limits;
        this.pages = pages;
        this.record = request.record();
        states.putAll(request.prefetch().states());
    }

    /**
     * Fetches, and says how each key came out of it.
     *
     * @param client makes the client if there is anything to fetch
     * @param allowPrivate whether the host may be at a private address
     * @param deadline until when
     * @param pause what the call does while it waits; it begins if there is anything to fetch
     */
    FetchedData run(Supplier<FhirClient> client, boolean allowPrivate, Deadline deadline, FetchPause pause) {
        Prefetch sent = request.prefetch();
        FetchPlan plan = new FetchPlan(source, limits, request.context().patientId()).add(sent);
        plan.refused().forEach(this::fail);
        List<Query> queries = plan.queries();
        if (queries.isEmpty() && medications().isEmpty()) {
            return result();
        }
        pause.begin();
        try {
            fetch(queries, client.get(), allowPrivate, deadline);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            queries.forEach(query -> query.failed(FetchProblem.TOO_SLOW));
        } finally {
            pause.end();
        }
        queries.forEach(this::conclude);
        return result();
    }

    private void fetch(List<Query> queries, FhirClient client, boolean allowPrivate, Deadline deadline)
            throws InterruptedException {
        FhirUrl reached = client.reachable(source.base(), allowPrivate, deadline.left());
        if (reached == null) {
            queries.forEach(query -> query.failed(FetchProblem.ADDRESS));
            return;
        }
        Source at = source.at(reached);
        FetchRun run =
                new FetchRun(at, new Traffic(client, at, account, limits.bytes()), pages, record, limits, deadline);
        run.run(queries);
        List<Query> medications = medications();
        run.run(medications);
        medications.forEach(this::log);
    }

    // A Medication that cannot be had leaves its order unidentified, which weakens what is concluded of therapy.
    private List<Query> medications() {
        List<Query> queries = new ArrayList<>();
        if (source.scopes().to("Medication", true) == SmartScopes.Access.NONE) {
            return queries;
        }
        PatientRecord soFar = record.build(request.context().patientId());
        for (String search : MedicationReferences.searches(
                soFar, request.context().drafts().resources(), source.base(), limits.medications())) {
            QueryAnswer answer = new QueryAnswer(RecordArea.MEDICATIONS, false);
            queries.add(new Query(null, answer, true, source.base().below(search), 1));
        }
        return queries;
    }

    private void conclude(Query query) {
        log(query);
        PrefetchKey key = query.key();
        if (key == null) {
            return;
        }
        if (query.isFiltered()) {
            record.partial(key.area());
        }
        if (query.state() != null) {
            states.put(key, query.state());
        }
        FetchProblem problem = query.problem();
        if (problem != null) {
            fail(key, problem);
        }
    }

    private void fail(PrefetchKey key, FetchProblem problem) {
        problems.put(key, problem);
        // Servers without a resource type say 404; what only adds to an area is then as if it had not been asked for.
        if (problem == FetchProblem.NOT_THERE && !key.answersForArea()) {
            return;
        }
        states.putIfAbsent(key, PrefetchState.FAILED);
        record.partial(key.area());
    }

    private void log(Query query) {
        PrefetchKey key = query.key();
        LOG.debug(
                "fetched {}: {}, {}, page {}",
                key == null ? "Medication" : key.key(),
                query.state(),
                query.problem(),
                query.page());
    }

    private FetchedData result() {
        return new FetchedData(new Prefetch(states), problems);
    }
}
