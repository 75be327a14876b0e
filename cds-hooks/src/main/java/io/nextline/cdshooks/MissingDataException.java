package io.nextline.cdshooks;

import io.nextline.cdshooks.fetch.FetchProblem;
import io.nextline.cdshooks.fetch.FetchedData;
import io.nextline.cdshooks.prefetch.PrefetchKey;
import io.nextline.cdshooks.prefetch.PrefetchState;
import java.util.List;

/** Data are missing without which nothing can be said: CDS Hooks answers that with status 412, never with no cards. */
public final class MissingDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> gaps;

    /**
     * Creates the exception.
     *
     * @param data what was sent or fetched
     */
    public MissingDataException(FetchedData data) {
        super("required prefetch data are missing", null, false, false);
        this.gaps =
                data.prefetch().missing().stream().map(key -> gap(data, key)).toList();
    }

    private static String gap(FetchedData data, PrefetchKey key) {
        FetchProblem fetch = data.problems().get(key);
        String problem = fetch == null
                ? asSent(data.prefetch().of(key))
                : "is missing and could not be fetched: " + fetch.text();
        return "prefetch key '" + key.key() + "' " + problem + "; it decides " + key.decides() + "; send the answer to "
                + key.template() + ", or null where there is no such data";
    }

    private static String asSent(PrefetchState state) {
        return switch (state) {
            case FAILED -> "was answered with an OperationOutcome in place of data";
            case UNREADABLE -> "holds nothing that can be read as the FHIR data asked for";
            case ABSENT, NULL, EMPTY, SUPPLIED, PAGED -> "is missing";
        };
    }

    /** Returns what is missing, what it decides and what to send, one text for each key. */
    public List<String> gaps() {
        return gaps;
    }
}
