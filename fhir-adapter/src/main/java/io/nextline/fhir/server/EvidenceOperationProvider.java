package io.nextline.fhir.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.nextline.cdshooks.card.CardRenderer;
import io.nextline.cdshooks.card.ResponseWriter;
import io.nextline.core.Nextline;
import io.nextline.core.WrongPatientException;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.UnreadableRecordException;
import io.nextline.fhir.HapiRecordReader;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * The operation {@code $evidence} for any HAPI FHIR server of R4, R4B or R5, to be registered as a plain provider: what the trials say
 * about a patient of the server ({@code Patient/[id]/$evidence}), or about the patient of a Bundle ({@code Patient/$evidence}).
 *
 * <p>The patient's data are read through the server as the caller would read them, in the same process: what the server's
 * interceptors withhold is not seen. Resources that the caller may not read weaken the answer; without the Patient, the Conditions and
 * the MedicationRequests there is none, but an OperationOutcome. Answers name no patient beyond the id that was asked for.
 * Thread-safe.
 */
public final class EvidenceOperationProvider {

    static final String OPERATION = "$evidence";
    private static final String CANONICAL = "https://nextline.io/fhir/OperationDefinition/evidence";
    private static final String CALL = "evidence";

    private final Nextline nextline;
    private final Clock clock;
    private final ResponseWriter cards;
    private final PatientQueries queries = new PatientQueries();
    private final Map<FhirContext, HapiRecordReader> readers = new ConcurrentHashMap<>();

    /** Makes a provider on the evidence that comes with the jar, with the clock and the time zone of this machine. */
    public EvidenceOperationProvider() {
        this(Nextline.load(), Clock.system(ZoneId.systemDefault()));
    }

    /**
     * Makes a provider.
     *
     * @param nextline the evidence and its evaluation
     * @param clock tells the day of evaluation, in the time zone of the site, where a caller names none
     */
    public EvidenceOperationProvider(Nextline nextline, Clock clock) {
        this.nextline = nextline;
        this.clock = clock;
        this.cards = new ResponseWriter(new CardRenderer(nextline.evidence()));
    }

    /**
     * Answers about a patient of this server.
     *
     * @param id the patient
     * @param asOf the day of evaluation; today if absent
     * @param layer {@code seed} for the three source documents alone, {@code all} (the default) with later publications
     * @param output {@code parameters} (the default), {@code bundle} or {@code cards}
     * @param draftOrders orders that are drafted
     * @param request the call
     * @throws BaseServerResponseException with an OperationOutcome where there is no answer
     */
    @Operation(name = OPERATION, typeName = "Patient", idempotent = true, canonicalUrl = CANONICAL)
    public IBaseResource ofPatient(
            @IdParam IIdType id,
            @OperationParam(name = "asOf", typeName = "date") @Nullable IPrimitiveType<?> asOf,
            @OperationParam(name = "layer", typeName = "code") @Nullable IPrimitiveType<?> layer,
            @OperationParam(name = "output", typeName = "code") @Nullable IPrimitiveType<?> output,
            @OperationParam(name = "draftOrder", max = OperationParam.MAX_UNLIMITED) @Nullable List<IBaseResource> draftOrders,
            ServletRequestDetails request) {
        Question question = Question.of(asOf, layer, output, draftOrders, reader(request), clock);
        CallerSource source = new CallerSource(request);
        PatientRecord record =
                queries.read(source, id.getIdPart(), question.drafts().resources(), request.getFhirServerBase());
        return answer(record, question, request);
    }

    /**
     * Answers about the patient of a Bundle, of which nothing is kept.
     *
     * @param bundle the patient's record
     * @param asOf the day of evaluation; today if absent
     * @param layer {@code seed} for the three source documents alone, {@code all} (the default) with later publications
     * @param output {@code parameters} (the default), {@code bundle} or {@code cards}
     * @param draftOrders orders that are drafted
     * @param request the call
     * @throws BaseServerResponseException with an OperationOutcome where there is no answer
     */
    @Operation(name = OPERATION, typeName = "Patient", idempotent = true, canonicalUrl = CANONICAL)
    public IBaseResource ofBundle(
            @OperationParam(name = "bundle", min = 1, max = 1, typeName = "Bundle") @Nullable IBaseResource bundle,
            @OperationParam(name = "asOf", typeName = "date") @Nullable IPrimitiveType<?> asOf,
            @OperationParam(name = "layer", typeName = "code") @Nullable IPrimitiveType<?> layer,
            @OperationParam(name = "output", typeName = "code") @Nullable IPrimitiveType<?> output,
            @OperationParam(name = "draftOrder", max = OperationParam.MAX_UNLIMITED) @Nullable List<IBaseResource> draftOrders,
            ServletRequestDetails request) {
        if (bundle == null || !bundle.fhirType().equals("Bundle")) {
            throw new InvalidRequestException(
                    "the parameter bundle needs to be a Bundle with the record of one patient");
        }
        Question question = Question.of(asOf, layer, output, draftOrders, reader(request), clock);
        return answer(record(bundle, request), question, request);
    }

    private PatientRecord record(IBaseResource bundle, ServletRequestDetails request) {
        PatientRecord record;
        try {
            record = reader(request).read(List.of(bundle));
        } catch (UnreadableRecordException unreadable) {
            throw new UnprocessableEntityException("bundle: " + unreadable.getMessage());
        }
        // Nothing read must not be answered with "no cancer".
        if (record.patient() == null
                && record.conditions().isEmpty()
                && record.medicationUses().isEmpty()) {
            throw new UnprocessableEntityException(
                    "the Bundle holds no Patient, Condition or medication that can be read");
        }
        return record;
    }

    private HapiRecordReader reader(ServletRequestDetails request) {
        return readers.computeIfAbsent(
                request.getFhirContext(), context -> new HapiRecordReader(context, ReadLimits.forRequests()));
    }

    private IBaseResource answer(PatientRecord record, Question question, ServletRequestDetails request) {
        EvidenceReport report;
        try {
            report = nextline.evaluate(record, question.drafts(), question.asOf(), question.layer());
        } catch (WrongPatientException wrong) {
            throw new InvalidRequestException(wrong.getMessage());
        }
        byte[] response = cards.write(report, CALL);
        FhirContext context = request.getFhirContext();
        return switch (question.output()) {
            case PARAMETERS -> new ParametersAnswer(context, response).resource();
            case BUNDLE -> GuidanceAnswer.of(context, response, record.patientId(), question.asOf());
            case CARDS -> CardsAnswer.of(request, response);
        };
    }
}
