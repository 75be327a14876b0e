package io.nextline.cdshooks.feedback;

import io.nextline.cdshooks.CdsService;
import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.security.Caller;
import io.nextline.cdshooks.store.StoreUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes feedback in: reads it, and keeps it before it is acknowledged. Thread-safe. */
public final class FeedbackDesk implements AutoCloseable {

    /** The most bytes that a body of feedback may have. */
    public static final int MOST_BYTES = FeedbackReader.MOST_BYTES;

    private static final Logger LOG = LoggerFactory.getLogger(FeedbackDesk.class);

    private final FeedbackReader reader = new FeedbackReader();
    private final FeedbackStore store;
    private final KindKeeper kinds;
    private final String evidenceVersion;
    private final Clock clock;

    /**
     * Makes a desk for feedback on the cards of some services.
     *
     * @param store keeps the feedback; closed with the desk
     * @param services make the cards
     */
    public FeedbackDesk(FeedbackStore store, CdsServices services) {
        this.store = store;
        this.evidenceVersion = services.evidenceVersion();
        this.clock = services.settings().clock();
        this.kinds = new KindKeeper(store);
        services.cardKinds().tell(kinds::add);
    }

    /**
     * Gets the store ready. One that is away but may come back does not end it.
     *
     * @throws io.nextline.cdshooks.security.InvalidSettingsException if the store is damaged, or cannot be used as it was configured
     */
    public void prepare() {
        try {
            store.prepare();
        } catch (StoreUnavailableException away) {
            LOG.warn("feedback cannot be kept yet, its store is tried again with each: {}", away.getMessage());
        }
        kinds.begin();
    }

    /**
     * Keeps all feedback of a body, or none of it. What this returns for is not lost.
     *
     * @param service the service that the cards came from
     * @param caller who reports
     * @param body the body, UTF-8 JSON; it is not closed
     * @throws IOException if the stream fails
     * @throws InvalidFeedbackException if an entry breaks CDS Hooks
     * @throws io.nextline.cdshooks.request.MalformedRequestException if it is no body of feedback
     * @throws io.nextline.core.fhir.UnreadableRecordException if it cannot be read as JSON, or goes over a limit
     * @throws StoreUnavailableException if the store cannot keep it now
     */
    public void receive(CdsService service, Caller caller, InputStream body) throws IOException {
        List<Feedback> read = reader.read(body);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            int added = store.append(read.stream()
                    .map(one -> new ReceivedFeedback(
                            one, now, service.id(), caller.issuer(), caller.tenant(), evidenceVersion))
                    .toList());
            LOG.debug("feedback: service={} entries={} new={}", service.id(), read.size(), added);
        } catch (StoreUnavailableException unavailable) {
            LOG.error(
                    "feedback refused: service={} entries={}: {}", service.id(), read.size(), unavailable.getMessage());
            throw unavailable;
        }
        kinds.begin();
    }

    /** Closes the store. */
    @Override
    public void close() {
        kinds.close();
        store.close();
    }
}
