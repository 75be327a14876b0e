package io.nextline.cdshooks;

import io.nextline.cdshooks.prefetch.Prefetch;
import io.nextline.cdshooks.prefetch.PrefetchKey;
import java.util.List;

/** Data are missing without which nothing can be said: CDS Hooks answers that with status 412, never with no cards. */
public final class MissingDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> gaps;

    /**
     * Creates the exception.
     *
     * @param prefetch what was sent
     */
    public MissingDataException(Prefetch prefetch) {
        super("required prefetch data are missing", null, false, false);
        this.gaps = prefetch.missing().stream().map(key -> gap(prefetch, key)).toList();
    }

    private static String gap(Prefetch prefetch, PrefetchKey key) {
        String problem = switch (prefetch.of(key)) {
            case FAILED -> "was answered with an OperationOutcome in place of data";
            case UNREADABLE -> "holds nothing that can be read as the FHIR data asked for";
            case ABSENT, NULL, EMPTY, SUPPLIED, PAGED -> "is missing";
        };
        return "prefetch key '" + key.key() + "' " + problem + "; it decides " + key.decides() + "; send the answer to "
                + key.template() + ", or null where there is no such data";
    }

    /** Returns what is missing, what it decides and what to send, one text for each key. */
    public List<String> gaps() {
        return gaps;
    }
}
