package io.nextline.cdshooks.fetch;

import io.nextline.cdshooks.prefetch.PrefetchKey;
import io.nextline.cdshooks.prefetch.PrefetchState;
import io.nextline.core.fhir.QueryAnswer;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One query of a call and how far it has come. Used by the thread of the call alone. */
final class Query {

    private final @Nullable PrefetchKey key;
    private final QueryAnswer answer;
    private final boolean needed;
    private final Set<FhirUrl> visited = new HashSet<>();
    private FhirUrl url;
    private int page;
    private boolean retried;
    private boolean filtered;
    private @Nullable PrefetchState state;
    private @Nullable FetchProblem problem;

    /**
     * Makes one.
     *
     * @param key the prefetch key that it answers; null for one of our own
     * @param answer what is read of it
     * @param needed whether it is waited for until the hard deadline
     * @param url where its next page is
     * @param page the number of that page, from 1
     */
    Query(@Nullable PrefetchKey key, QueryAnswer answer, boolean needed, FhirUrl url, int page) {
        this.key = key;
        this.answer = answer;
        this.needed = needed;
        this.url = url;
        this.page = page;
        visited.add(url);
    }

    @Nullable PrefetchKey key() {
        return key;
    }

    QueryAnswer answer() {
        return answer;
    }

    boolean isNeeded() {
        return needed;
    }

    FhirUrl url() {
        return url;
    }

    int page() {
        return page;
    }

    /** Says that the token lets the server send a part of the answer only. */
    void filter() {
        filtered = true;
    }

    boolean isFiltered() {
        return filtered;
    }

    /** Goes on to a further page; false if that page was read before. */
    boolean turnTo(FhirUrl next) {
        if (!visited.add(next)) {
            return false;
        }
        url = next;
        page++;
        return true;
    }

    /** Returns whether there is another try, and uses it up: a query has one in all. */
    boolean retry() {
        boolean first = !retried;
        retried = true;
        return first;
    }

    void came(PrefetchState how) {
        state = how;
    }

    /** Returns the state of the answer; null if none came. */
    @Nullable PrefetchState state() {
        return state;
    }

    void failed(FetchProblem why) {
        problem = why;
    }

    /** Returns what ended the query early, or null. */
    @Nullable FetchProblem problem() {
        return problem;
    }
}
