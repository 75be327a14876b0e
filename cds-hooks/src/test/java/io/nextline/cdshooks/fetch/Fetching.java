package io.nextline.cdshooks.fetch;

import io.nextline.cdshooks.CdsService;
import io.nextline.cdshooks.SampleRequest;
import io.nextline.cdshooks.operation.CallAccount;
import io.nextline.cdshooks.operation.FetchOutcome;
import io.nextline.cdshooks.prefetch.PrefetchKey;
import io.nextline.cdshooks.prefetch.PrefetchState;
import io.nextline.cdshooks.request.CdsRequest;
import io.nextline.cdshooks.request.CdsRequestReader;
import io.nextline.cdshooks.security.Caller;
import io.nextline.core.fhir.Coverage;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordArea;
import io.nextline.core.fhir.RecordReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Completes requests from a server and keeps what came of it. */
final class Fetching {

    static final String TOKEN = "token-of-this-call";
    static final Caller CALLER = new Caller("https://ehr.example", null);

    private final CdsRequest request;
    private final FetchedData data;

    private final CallAccount account;

    private Fetching(CdsRequest request, CallAccount account, FetchedData data) {
        this.request = request;
        this.account = account;
        this.data = data;
    }

    /** Returns a request without prefetch that lets the service read from the server. */
    static SampleRequest request(String fhirServer) {
        return SampleRequest.patientView()
                .prefetch("patient", null)
                .prefetch("conditions", null)
                .prefetch("medications", null)
                .top("fhirServer", "\"" + fhirServer + "\"")
                .top("fhirAuthorization", authorization(""));
    }

    static String authorization(String more) {
        return "{\"access_token\":\"" + TOKEN
                + "\",\"token_type\":\"Bearer\",\"expires_in\":300,\"subject\":\"nextline\"" + more + "}";
    }

    /** Returns settings that allow the server, with all the time in the world for what a loaded machine may take long. */
    static FetchSettings settings(FhirServer server) {
        FetchSettings settings = FetchSettings.of(Map.of(CALLER.issuer(), List.of(FhirEndpoint.inside(server.base()))));
        return settings.with(limits(Duration.ofSeconds(20), Duration.ofSeconds(20)));
    }

    static FetchLimits limits(Duration soft, Duration total) {
        FetchLimits usual = FetchLimits.usual();
        return new FetchLimits(
                soft,
                total,
                total,
                Duration.ofSeconds(5),
                usual.parallel(),
                usual.searches(),
                usual.pages(),
                usual.pageSize(),
                usual.bytes(),
                usual.medications());
    }

    static FetchLimits bytes(long bytes) {
        FetchLimits usual = limits(Duration.ofSeconds(20), Duration.ofSeconds(20));
        return new FetchLimits(
                usual.soft(),
                usual.hard(),
                usual.total(),
                usual.connect(),
                usual.parallel(),
                usual.searches(),
                usual.pages(),
                usual.pageSize(),
                bytes,
                usual.medications());
    }

    static DataAccess access(FetchSettings settings) {
        return new DataAccess(settings, new RecordReader(ReadLimits.forRequests()));
    }

    static Fetching of(FhirServer server, SampleRequest request) {
        return of(settings(server), request);
    }

    static Fetching of(FetchSettings settings, SampleRequest request) {
        return of(access(settings), settings, request);
    }

    static Fetching of(DataAccess access, FetchSettings settings, SampleRequest sample) {
        return until(settings.start(), access, sample);
    }

    static Fetching until(Deadline deadline, DataAccess access, SampleRequest sample) {
        try {
            CdsRequest request =
                    new CdsRequestReader(ReadLimits.forRequests()).read(new ByteArrayInputStream(sample.bytes()));
            CallAccount account = CallAccount.of(CdsService.PATIENT_VIEW, CALLER);
            return new Fetching(request, account, access.complete(request, account, deadline, FetchPause.none()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    PrefetchState state(PrefetchKey key) {
        return data.prefetch().of(key);
    }

    FetchProblem problem(PrefetchKey key) {
        return data.problems().get(key);
    }

    Map<PrefetchKey, FetchProblem> problems() {
        return data.problems();
    }

    List<FetchOutcome> outcomes() {
        return account.fetches().stream().map(CallAccount.Fetch::outcome).toList();
    }

    List<PrefetchKey> missing() {
        return data.prefetch().missing();
    }

    PatientRecord record() {
        return request.record().build("p1");
    }

    Coverage.State coverage(RecordArea area) {
        return record().coverage().of(area);
    }
}
