package io.nextline.cdshooks.fetch;

import io.nextline.cdshooks.fetch.SmartScopes.Access;
import io.nextline.cdshooks.prefetch.Prefetch;
import io.nextline.cdshooks.prefetch.PrefetchKey;
import io.nextline.cdshooks.prefetch.PrefetchState;
import io.nextline.core.fhir.QueryAnswer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is to be fetched for one call: required keys first, then those that answer for an area, then the rest. */
final class FetchPlan {

    private final Source source;
    private final FetchLimits limits;
    private final String patientId;
    private final List<Query> queries = new ArrayList<>();
    private final Map<PrefetchKey, FetchProblem> refused = new EnumMap<>(PrefetchKey.class);
    private int searches;

    /**
     * Makes a plan.
     *
     * @param source where the data are
     * @param limits how much may be fetched
     * @param patientId a FHIR id that means nothing else in a URL
     */
    FetchPlan(Source source, FetchLimits limits, String patientId) {
        this.source = source;
        this.limits = limits;
        this.patientId = patientId;
    }

    /**
     * Returns the keys that it takes to fetch. {@code null} is an answer, and a query that the client tried in vain is not
     * tried again, as CDS Hooks asks.
     */
    static List<PrefetchKey> wanted(Prefetch prefetch) {
        return Stream.concat(
                        keys(prefetch, PrefetchKey::isRequired),
                        Stream.concat(
                                keys(prefetch, key -> !key.isRequired() && key.answersForArea()),
                                keys(prefetch, key -> !key.answersForArea())))
                .toList();
    }

    private static Stream<PrefetchKey> keys(Prefetch prefetch, Predicate<PrefetchKey> which) {
        return Stream.of(PrefetchKey.values()).filter(which).filter(key -> isOpen(prefetch, key));
    }

    private static boolean isOpen(Prefetch prefetch, PrefetchKey key) {
        return switch (prefetch.of(key)) {
            case ABSENT, UNREADABLE -> true;
            case PAGED -> prefetch.unread().containsKey(key);
            case NULL, EMPTY, SUPPLIED, FAILED -> false;
        };
    }

    /** Plans the keys; what cannot be asked for is refused here. */
    FetchPlan add(Prefetch prefetch) {
        for (PrefetchKey key : wanted(prefetch)) {
            QueryAnswer unread = prefetch.unread().get(key);
            FetchProblem problem = unread == null ? first(key) : further(key, unread);
            if (problem != null) {
                refused.put(key, problem);
            }
        }
        return this;
    }

    private @Nullable FetchProblem first(PrefetchKey key) {
        Access access = source.scopes().to(key.resourceType(), key.isSearch());
        if (access == Access.NONE) {
            return FetchProblem.NO_SCOPE;
        }
        if (key.isSearch() && ++searches > limits.searches()) {
            return FetchProblem.TOO_MANY;
        }
        String count = key.isSearch() ? "&_count=" + limits.pageSize() : "";
        String relative = key.template().replace("{{context.patientId}}", patientId) + count;
        queries.add(query(key, key.answer(), source.base().below(relative), 1, access));
        return null;
    }

    private @Nullable FetchProblem further(PrefetchKey key, QueryAnswer unread) {
        Access access = source.scopes().to(key.resourceType(), true);
        if (access == Access.NONE) {
            return FetchProblem.NO_SCOPE;
        }
        String link = unread.next();
        FhirUrl url = link == null || limits.pages() < 2 ? null : source.page(link);
        if (url == null) {
            return FetchProblem.NOT_ALLOWED;
        }
        Query query = query(key, unread, url, 2, access);
        query.came(PrefetchState.PAGED);
        queries.add(query);
        return null;
    }

    private static Query query(PrefetchKey key, QueryAnswer answer, FhirUrl url, int page, Access access) {
        Query query = new Query(key, answer, key.isRequired(), url, page);
        if (access == Access.FILTERED) {
            query.filter();
        }
        return query;
    }

    /** Returns the queries, in the order to be sent. */
    List<Query> queries() {
        return queries;
    }

    /** Returns the keys that cannot be asked for, and why. */
    Map<PrefetchKey, FetchProblem> refused() {
        return refused;
    }
}
