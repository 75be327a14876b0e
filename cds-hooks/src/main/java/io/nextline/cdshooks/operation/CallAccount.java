package io.nextline.cdshooks.operation;

import io.nextline.cdshooks.CdsService;
import io.nextline.cdshooks.request.HookContext;
import io.nextline.cdshooks.security.Admission;
import io.nextline.cdshooks.security.Caller;
import io.nextline.cdshooks.security.RefusalCause;
import io.nextline.core.evidence.NoCardReason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one call, gathered while it is answered. Its text form shows the request id alone, since the context holds
 * patient data. One thread writes it at a time; it is complete when a {@link CallWatch} gets it.
 */
public final class CallAccount {

    private final String requestId = RequestId.next();
    private final CdsService service;
    private final @Nullable TraceContext trace;
    private final long start = System.nanoTime();

    private @Nullable Caller caller;
    private @Nullable RefusalCause refusal;
    private @Nullable String refusedIssuer;
    private @Nullable String jti;
    private @Nullable HookContext context;
    private final List<Fetch> fetches = new ArrayList<>();
    private List<String> cardIds = List.of();
    private @Nullable NoCardReason noCardReason;
    private String evidenceVersion = "";
    private CallOutcome outcome = CallOutcome.FAILED;
    private int status;
    private long nanos;

    /**
     * One request to the client's FHIR server.
     *
     * @param outcome how it ended
     * @param nanos how long it took, in nanoseconds; 0 where it was not made
     */
    public record Fetch(FetchOutcome outcome, long nanos) {}

    /**
     * Begins an account.
     *
     * @param service the service called
     * @param trace the trace that the call belongs to, if any
     */
    public CallAccount(CdsService service, @Nullable TraceContext trace) {
        this.service = service;
        this.trace = trace;
    }

    /** Returns an account for a call from within the program. */
    public static CallAccount of(CdsService service, Caller caller) {
        CallAccount account = new CallAccount(service, null);
        account.caller = caller;
        return account;
    }

    /** Notes who calls. */
    public void admitted(Admission.Admitted admission) {
        this.caller = admission.caller();
        this.jti = admission.jti();
    }

    /** Notes why the caller was refused. */
    public void refused(Admission.Refused admission) {
        this.refusal = admission.cause();
        this.refusedIssuer = admission.issuer();
        this.jti = admission.jti();
    }

    /** Notes whom the call is about; from here on it holds patient data. */
    public void about(HookContext hookContext) {
        this.context = hookContext;
    }

    /** Notes a request to the client's FHIR server that has ended. */
    public void fetched(FetchOutcome how, long duration) {
        fetches.add(new Fetch(how, duration));
    }

    /**
     * Notes the answer.
     *
     * @param cards the ids of its cards
     * @param reason why there are none, null if there are
     * @param version the evidence that it speaks from
     */
    public void answered(List<String> cards, @Nullable NoCardReason reason, String version) {
        this.cardIds = cards;
        this.noCardReason = reason;
        this.evidenceVersion = version;
    }

    /** Notes how the call ended, and when: now. */
    public void ended(CallOutcome how, int httpStatus) {
        this.outcome = how;
        this.status = httpStatus;
        this.nanos = System.nanoTime() - start;
    }

    /** Returns the id of this call, made here, 16 hexadecimal digits. */
    public String requestId() {
        return requestId;
    }

    /** Returns the service called. */
    public CdsService service() {
        return service;
    }

    /** Returns the trace that the call belongs to, or null if the client named none. */
    public @Nullable TraceContext trace() {
        return trace;
    }

    /** Returns who calls, or null where it was not admitted. */
    public @Nullable Caller caller() {
        return caller;
    }

    /**
     * Returns who calls.
     *
     * @throws IllegalStateException if the caller was not admitted
     */
    public Caller admitted() {
        Caller known = caller;
        if (known == null) {
            throw new IllegalStateException("nobody was admitted to this call");
        }
        return known;
    }

    /** Returns why the caller was refused, or null if it was not. */
    public @Nullable RefusalCause refusal() {
        return refusal;
    }

    /** Returns the configured issuer that the caller, admitted or not, has named, or null if it named none. */
    public @Nullable String issuer() {
        Caller known = caller;
        return known == null ? refusedIssuer : known.issuer();
    }

    /** Returns the token's id, where the token was good and its id is harmless in a log, else null. */
    public @Nullable String jti() {
        return jti;
    }

    /** Returns whom the call is about, or null where that was not read. These are patient data. */
    public @Nullable HookContext context() {
        return context;
    }

    /** Returns the requests to the client's FHIR server, in the order in which they ended. */
    public List<Fetch> fetches() {
        return List.copyOf(fetches);
    }

    /** Returns the ids of the cards answered with. */
    public List<String> cardIds() {
        return cardIds;
    }

    /** Returns why there is no card, or null. */
    public @Nullable NoCardReason noCardReason() {
        return noCardReason;
    }

    /** Returns the version of the evidence that the answer speaks from; empty where there is none. */
    public String evidenceVersion() {
        return evidenceVersion;
    }

    /** Returns how it ended. */
    public CallOutcome outcome() {
        return outcome;
    }

    /** Returns the HTTP status of the answer; 0 where there was none. */
    public int status() {
        return status;
    }

    /** Returns how long it took from its head to its answer, in nanoseconds. */
    public long nanos() {
        return nanos;
    }

    @Override
    public String toString() {
        return "CallAccount[" + requestId + "]";
    }
}
