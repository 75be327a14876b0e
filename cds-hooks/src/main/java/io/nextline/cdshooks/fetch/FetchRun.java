package io.nextline.cdshooks.fetch;

import io.nextline.cdshooks.prefetch.PrefetchState;
import io.nextline.core.fhir.RecordBuilder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** Runs the queries of one call: a few at a time, page by page, until all are done or the time is over. */
final class FetchRun {

    private final Source source;
    private final Traffic traffic;
    private final PageReader pages;
    private final RecordBuilder record;
    private final FetchLimits limits;
    private final Deadline deadline;
    private final Deque<Query> waiting = new ArrayDeque<>();

    FetchRun(
            Source source,
            Traffic traffic,
            PageReader pages,
            RecordBuilder record,
            FetchLimits limits,
            Deadline deadline) {
        this.source = source;
        this.traffic = traffic;
        this.pages = pages;
        this.record = record;
        this.limits = limits;
        this.deadline = deadline;
    }

    /** Runs the queries; each knows afterwards how it ended. Nothing is under way any more when this returns. */
    void run(List<Query> queries) throws InterruptedException {
        waiting.addAll(queries);
        try {
            for (boolean busy = startAll(); busy; busy = startAll()) {
                Traffic.Arrival arrival = traffic.next(patience());
                if (arrival != null) {
                    take(arrival);
                }
            }
        } finally {
            traffic.drop(query -> true, false);
        }
    }

    private Duration patience() {
        return traffic.any(query -> !query.isNeeded()) ? deadline.softLeft() : deadline.left();
    }

    private boolean startAll() {
        giveUpLate();
        while (traffic.size() < limits.parallel() && !waiting.isEmpty()) {
            Query query = waiting.removeFirst();
            if (!traffic.start(query, deadline.left())) {
                query.failed(FetchProblem.SUSPENDED);
            }
        }
        return traffic.size() > 0;
    }

    private void giveUpLate() {
        if (deadline.softLeft().isZero()) {
            traffic.drop(query -> !query.isNeeded(), false);
            giveUpWaiting(false);
        }
        if (deadline.left().isZero()) {
            traffic.drop(query -> true, true);
            giveUpWaiting(true);
        }
    }

    private void giveUpWaiting(boolean neededToo) {
        for (Iterator<Query> all = waiting.iterator(); all.hasNext(); ) {
            Query query = all.next();
            if (neededToo || !query.isNeeded()) {
                query.failed(FetchProblem.TOO_SLOW);
                all.remove();
            }
        }
    }

    private void take(Traffic.Arrival arrival) {
        Query query = arrival.query();
        FetchProblem problem = arrival.payload().problem();
        byte[] json = arrival.payload().json();
        if (json != null) {
            read(query, json);
        } else if (problem != null && problem.isWorthARetry() && arrival.mayRetry() && query.retry()) {
            waitAgain(query);
        } else if (problem != null) {
            query.failed(problem);
        }
    }

    private void waitAgain(Query query) {
        if (query.isNeeded()) {
            waiting.addFirst(query);
        } else {
            waiting.addLast(query);
        }
    }

    private void read(Query query, byte[] json) {
        PrefetchState state = pages.read(json, record, query.answer());
        if (!state.isUsable()) {
            query.failed(FetchProblem.NOT_FHIR);
        }
        if (query.page() == 1) {
            query.came(state);
        } else {
            // While a page is unread its link is still there.
            boolean whole = state.isUsable() && query.answer().next() == null;
            query.came(whole ? PrefetchState.SUPPLIED : PrefetchState.PAGED);
        }
        String link = query.answer().next();
        if (link != null && state.isUsable()) {
            turn(query, link);
        }
    }

    private void turn(Query query, String link) {
        FhirUrl next = query.page() < limits.pages() ? source.page(link) : null;
        if (next != null && query.turnTo(next)) {
            waitAgain(query);
        } else {
            query.failed(next == null ? problemOfPage(query) : FetchProblem.NOT_FHIR);
        }
    }

    private FetchProblem problemOfPage(Query query) {
        return query.page() < limits.pages() ? FetchProblem.NOT_ALLOWED : FetchProblem.TOO_MANY;
    }
}
