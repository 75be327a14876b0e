package io.nextline.cdshooks.fetch;

import io.nextline.cdshooks.prefetch.PrefetchState;
import io.nextline.cdshooks.request.AccessToken;
import io.nextline.core.fhir.QueryAnswer;
import io.nextline.core.fhir.RecordArea;
import io.nextline.core.fhir.RecordBuilder;
import io.nextline.core.fhir.RecordReader;
import io.nextline.core.fhir.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answers of a {@link LocalSource} into one record, each to its last page, within bounds on time, bytes and pages. What
 * could not be read leaves its area of the record partial. Not thread-safe; one serves one call.
 */
public final class LocalReader {

    private final LocalSource source;
    private final @Nullable AccessToken token;
    private final FetchLimits limits;
    private final Deadline deadline;
    private final PageReader pages;
    private final RecordBuilder record;
    private long bytes;
    private boolean aside;

    /**
     * Makes a reader.
     *
     * @param source what to read
     * @param token with whose rights; null for those that anybody has
     * @param limits how much may be read; of the times {@code total} counts
     * @param deadline until when
     * @param resources reads the pages, within its own limits
     * @param record takes what is read
     */
    public LocalReader(
            LocalSource source,
            @Nullable AccessToken token,
            FetchLimits limits,
            Deadline deadline,
            RecordReader resources,
            RecordBuilder record) {
        this.source = source;
        this.token = token;
        this.limits = limits;
        this.deadline = deadline.within(limits.total());
        this.pages = new PageReader(resources);
        this.record = record;
    }

    /**
     * How a query ended.
     *
     * @param state in which state the answer came; null if none came
     * @param problem what ended it early, or null
     */
    public record Ending(
            @Nullable PrefetchState state, @Nullable FetchProblem problem) {

        /** Returns whether the query was answered, at least in part. */
        public boolean isUsable() {
            return state != null && state.isUsable();
        }
    }

    /**
     * Reads the answer to a query and all its further pages.
     *
     * @param url a relative URL, or the link to a further page of an answer that was begun elsewhere
     * @param answer what is read of it
     */
    public Ending read(String url, QueryAnswer answer) {
        Set<String> visited = new HashSet<>();
        PrefetchState state = null;
        String next = url;
        while (next != null) {
            if (visited.size() == limits.pages() || !visited.add(next)) {
                return broken(state, FetchProblem.TOO_MANY, answer);
            }
            Ending page = page(next, answer);
            if (page.problem() != null) {
                return broken(state, page.problem(), answer);
            }
            next = answer.next();
            state = state == null || next != null ? page.state() : PrefetchState.SUPPLIED;
        }
        return new Ending(state, null);
    }

    private Ending broken(@Nullable PrefetchState before, FetchProblem problem, QueryAnswer answer) {
        // A server that lacks a resource type says 404: then there is nothing of what only adds to an area.
        if (problem != FetchProblem.NOT_THERE || answer.answersForArea()) {
            record.partial(answer.area());
        }
        return new Ending(before == null ? null : PrefetchState.PAGED, problem);
    }

    private Ending page(String url, QueryAnswer answer) {
        if (deadline.left().isZero()) {
            return new Ending(null, FetchProblem.TOO_SLOW);
        }
        LocalAnswer page = source.read(url, token);
        bytes += page.json().length;
        if (bytes > limits.bytes()) {
            return new Ending(null, FetchProblem.TOO_LARGE);
        }
        if (page.problem() != null) {
            return new Ending(null, page.problem());
        }
        PrefetchState state =
                aside ? pages.readAside(page.json(), record, answer) : pages.read(page.json(), record, answer);
        return new Ending(state, state.isUsable() ? null : FetchProblem.NOT_FHIR);
    }

    /**
     * Reads what adds to the record without belonging to an area, for example Encounters: any type of resource may come.
     *
     * @param url a relative URL
     * @param weakens the area that is partial if this cannot be read to its end
     */
    public Ending readAside(String url, RecordArea weakens) {
        aside = true;
        Ending ending = read(url, new QueryAnswer(weakens, false));
        aside = false;
        return ending;
    }

    /**
     * Reads the Medications that orders and doses of the record refer to and that did not come along.
     *
     * @param patientId the bare id of the patient
     * @param drafts the drafted orders
     * @param base the FHIR base that absolute references begin with
     */
    public void readMedications(String patientId, List<Resource> drafts, String base) {
        FhirUrl url = FhirUrl.parse(base);
        if (url == null) {
            return;
        }
        for (String search :
                MedicationReferences.searches(record.build(patientId), drafts, url, limits.medications())) {
            // One that cannot be had leaves its order unidentified, which weakens what is concluded of therapy.
            read(search, new QueryAnswer(RecordArea.MEDICATIONS, false));
        }
    }

    /** Returns whether a text is a FHIR id that means nothing else in a URL. */
    public static boolean isId(String text) {
        return MedicationReferences.isId(text);
    }
}
