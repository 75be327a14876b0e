package io.nextline.cdshooks;

import io.nextline.cdshooks.card.Card;
import io.nextline.cdshooks.card.CardKinds;
import io.nextline.cdshooks.card.CardRenderer;
import io.nextline.cdshooks.card.EvidenceAddress;
import io.nextline.cdshooks.card.ResponseWriter;
import io.nextline.cdshooks.fetch.BusyException;
import io.nextline.cdshooks.fetch.DataAccess;
import io.nextline.cdshooks.fetch.Deadline;
import io.nextline.cdshooks.fetch.FetchPause;
import io.nextline.cdshooks.fetch.FetchedData;
import io.nextline.cdshooks.fetch.LocalAccess;
import io.nextline.cdshooks.fetch.LocalSource;
import io.nextline.cdshooks.operation.CallAccount;
import io.nextline.cdshooks.operation.Reading;
import io.nextline.cdshooks.request.BodyMemory;
import io.nextline.cdshooks.request.CdsRequest;
import io.nextline.cdshooks.request.CdsRequestReader;
import io.nextline.cdshooks.request.MalformedRequestException;
import io.nextline.cdshooks.security.Caller;
import io.nextline.core.Nextline;
import io.nextline.core.WrongPatientException;
import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.Layer;
import io.nextline.core.evidence.NoCardReason;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.RecordReader;
import io.nextline.core.fhir.UnreadableRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The CDS services: a request goes in, a response with its cards comes out. Thread-safe. */
public final class CdsServices {

    private final Evaluator evaluator;
    private final EvidenceBase base;
    private final ServiceSettings settings;
    private final CdsRequestReader reader;
    private final @Nullable DataAccess access;
    private final @Nullable LocalAccess local;
    private final CardKinds cardKinds;
    private final EvidenceAddress address;
    private final ResponseWriter writer;

    /**
     * Makes the services.
     *
     * @param nextline the evidence and its evaluation
     * @param settings what the installation has chosen
     */
    public CdsServices(Nextline nextline, ServiceSettings settings) {
        this(nextline::evaluate, nextline.evidence(), settings, null);
    }

    /**
     * Makes the services in a host that holds FHIR data itself: a client that names the host's base as its FHIR server has what it
     * did not send along read from there.
     *
     * @param nextline the evidence and its evaluation
     * @param settings what the installation has chosen
     * @param source the host's data
     */
    public CdsServices(Nextline nextline, ServiceSettings settings, LocalSource source) {
        this(nextline::evaluate, nextline.evidence(), settings, source);
    }

    /**
     * Makes the services with an evaluation of the caller's.
     *
     * @param evaluator evaluates records against {@code base}
     * @param base the evidence that reports refer to
     * @param settings what the installation has chosen
     */
    public CdsServices(Evaluator evaluator, EvidenceBase base, ServiceSettings settings) {
        this(evaluator, base, settings, null);
    }

    private CdsServices(
            Evaluator evaluator, EvidenceBase base, ServiceSettings settings, @Nullable LocalSource source) {
        this.evaluator = evaluator;
        this.base = base;
        this.settings = settings;
        this.address =
                EvidenceAddress.of(settings.pages().on() ? settings.pages().base() : null);
        this.reader = new CdsRequestReader(settings.limits());
        this.access =
                settings.fetch().isOn() ? new DataAccess(settings.fetch(), new RecordReader(settings.limits())) : null;
        this.cardKinds = new CardKinds();
        this.local = source == null
                ? null
                : new LocalAccess(source, settings.fetch().limits(), new RecordReader(settings.limits()));
        this.writer = new ResponseWriter(new CardRenderer(base, cardKinds, address));
    }

    private CdsServices(CdsServices like, ServiceSettings settings) {
        this.evaluator = like.evaluator;
        this.base = like.base;
        this.settings = settings;
        this.reader = like.reader;
        this.access = like.access;
        this.local = like.local;
        this.cardKinds = like.cardKinds;
        this.address = like.address;
        this.writer = like.writer;
    }

    /**
     * Returns the same services on another day: for development, where a sample patient is asked about as of its own day. What the
     * services know and remember is shared.
     *
     * @param asOf the day of evaluation
     * @param layer which publications the answers speak from
     */
    public CdsServices asOf(LocalDate asOf, Layer layer) {
        ZoneId zone = settings.clock().getZone();
        Clock day = Clock.fixed(asOf.atStartOfDay(zone).toInstant(), zone);
        return new CdsServices(this, settings.on(day, layer));
    }

    /** Does now what would otherwise wait for the first card of each kind, for a host that would rather fail, or wait, while it starts. */
    public void prepare() {
        writer.prepare();
    }

    /** Returns the evidence base's version. */
    public String evidenceVersion() {
        return base.version();
    }

    /** Returns what the installation has chosen. */
    public ServiceSettings settings() {
        return settings;
    }

    /** Returns the evidence that the answers speak from. */
    public EvidenceBase evidence() {
        return base;
    }

    /** Notes where the services are reached, for the links of cards, unless that is configured or there are no pages. */
    public void reachedAt(URI base) {
        if (settings.pages().on()) {
            address.learn(base);
        }
    }

    /** Returns the kinds of cards that were made, by which feedback on them is told by statement. */
    public CardKinds cardKinds() {
        return cardKinds;
    }

    /** Returns the memory for request bodies, for those who take them in before they call. */
    public BodyMemory bodyMemory() {
        return reader.memory();
    }

    /**
     * Answers one call.
     *
     * @param service the service that was called
     * @param caller who calls
     * @param body the request, UTF-8 JSON; it is read to its end and not closed
     * @throws IOException if the stream fails
     * @throws MalformedRequestException if the request breaks CDS Hooks or is meant for another hook
     * @throws UnreadableRecordException if the body cannot be read as JSON, or goes over a limit
     * @throws MissingDataException if data are missing without which nothing can be said
     * @throws WrongPatientException if a resource names another patient than the context
     */
    public CdsAnswer call(CdsService service, Caller caller, InputStream body) throws IOException {
        return call(CallAccount.of(service, caller), body);
    }

    /**
     * Answers one call and keeps account of it, under the conditions of {@link #call(CdsService, Caller, InputStream)}.
     *
     * @param account the call's, admitted; it gets to know whom the call is about and what was answered
     * @param body the request
     * @throws IOException if the stream fails
     */
    public CdsAnswer call(CallAccount account, InputStream body) throws IOException {
        return call(account, body, FetchPause.none());
    }

    /**
     * Answers one call that lets others go first while it waits for data of the client's FHIR server.
     *
     * @param account the call's, admitted; it gets to know whom the call is about and what was answered
     * @param body the request
     * @param pause what the call does while it waits
     * @throws IOException if the stream fails
     * @throws BusyException if the pause does not let it wait, or go on
     */
    public CdsAnswer call(CallAccount account, InputStream body, FetchPause pause) throws IOException {
        Deadline deadline = settings.fetch().start();
        CdsRequest request = reader.read(body);
        try {
            account.about(request.context());
            requireHook(account.service(), request);
            requireData(data(request, account, deadline, pause));
            return answer(account, evaluate(request), request);
        } finally {
            request.forgetToken();
        }
    }

    /** Returns what can be read of the services, for metrics. */
    public List<Reading> readings() {
        return access == null
                ? List.of()
                : List.of(new Reading(
                        "nextline.fetch.suspended.servers",
                        "FHIR servers of clients that are left alone because they failed too often",
                        false,
                        access::suspended));
    }

    private FetchedData data(CdsRequest request, CallAccount account, Deadline deadline, FetchPause pause) {
        if (local != null && local.isMeantBy(request)) {
            return local.complete(request, deadline);
        }
        return access == null
                ? FetchedData.asSent(request.prefetch())
                : access.complete(request, account, deadline, pause);
    }

    private CdsAnswer answer(CallAccount account, EvidenceReport report, CdsRequest request) {
        String patient = settings.draftsMissingFacts() ? request.context().patientId() : null;
        List<Card> cards = writer.cards(report, request.hookInstance(), patient);
        List<String> ids = cards.stream().map(Card::uuid).toList();
        account.answered(ids, report.noCardReason(), base.version());
        return new CdsAnswer(writer.write(report, cards), ids, report.noCardReason());
    }

    private static void requireHook(CdsService service, CdsRequest request) {
        if (request.hook() != service.hook()) {
            throw new MalformedRequestException("hook is not the one that this service answers; call " + service.id()
                    + " for " + service.hook().id() + " only");
        }
    }

    private static void requireData(FetchedData data) {
        if (!data.prefetch().missing().isEmpty()) {
            throw new MissingDataException(data);
        }
    }

    private EvidenceReport evaluate(CdsRequest request) {
        PatientRecord record = request.record().build(request.context().patientId());
        LocalDate today = LocalDate.now(settings.clock());
        EvidenceReport report = evaluator.evaluate(record, request.context().drafts(), today, settings.layer());
        return request.context().isReadByPatientOrRelative()
                ? report.withoutCards(NoCardReason.READER_NOT_CLINICIAN)
                : report;
    }
}
