package io.nextline.samples.cli.input;

import io.nextline.cdshooks.prefetch.PrefetchKey;
import io.nextline.cdshooks.request.CdsRequest;
import io.nextline.cdshooks.request.CdsRequestReader;
import io.nextline.cdshooks.request.Hook;
import io.nextline.cdshooks.request.MalformedRequestException;
import io.nextline.core.fhir.DraftOrders;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hook that an input stands for, with its data.
 *
 * @param hook the CDS Hooks hook
 * @param hookInstance the client's id of the call
 * @param record the patient's record
 * @param drafts the drafted orders with their selection
 * @param forClinician whether a clinician reads the answer, as far as the input says
 */
record HookCall(Hook hook, String hookInstance, PatientRecord record, DraftOrders drafts, boolean forClinician) {

    private static final String NO_CALL = "00000000-0000-0000-0000-000000000000";

    /** Returns the call that a plain record stands for: the chart is opened. */
    static HookCall of(PatientRecord record) {
        return new HookCall(Hook.PATIENT_VIEW, NO_CALL, record, DraftOrders.NONE, true);
    }

    /**
     * Reads a CDS Hooks request.
     *
     * @throws UnreadableInputException if it breaks CDS Hooks, or lacks data without which nothing can be said
     */
    static HookCall request(InputFile file) {
        CdsRequest request;
        try {
            request = file.read(new CdsRequestReader(ReadLimits.forFiles())::read);
        } catch (MalformedRequestException malformed) {
            throw new UnreadableInputException(file.name(), malformed.getMessage() + ".");
        }
        List<PrefetchKey> missing = request.prefetch().missing();
        if (!missing.isEmpty()) {
            String keys = missing.stream().map(PrefetchKey::key).collect(Collectors.joining(", "));
            String remedy = "Send these prefetch keys too; nothing is fetched here";
            throw new UnreadableInputException(file.name(), "the request lacks prefetch data: " + keys, remedy);
        }
        PatientRecord record = request.record().build(request.context().patientId());
        boolean forClinician = !request.context().isReadByPatientOrRelative();
        return new HookCall(
                request.hook(),
                request.hookInstance(),
                record,
                request.context().drafts(),
                forClinician);
    }

    /** Returns the call with further drafts, all selected; drafts are signed unless the call says otherwise. */
    HookCall with(List<Resource> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Resource> all = new ArrayList<>(drafts.resources());
        all.addAll(more);
        Set<String> selections = drafts.selections();
        if (selections != null) {
            selections = new HashSet<>(selections);
            for (Resource draft : more) {
                selections.add(draft.header().reference());
            }
        }
        Hook next = hook.hasDrafts() ? hook : Hook.ORDER_SIGN;
        return new HookCall(next, hookInstance, record, new DraftOrders(all, selections), forClinician);
    }

    /** Returns the call with only these of its drafts selected. */
    HookCall selecting(Set<String> selections) {
        return new HookCall(hook, hookInstance, record, new DraftOrders(drafts.resources(), selections), forClinician);
    }

    /** Returns the call as of another hook, or unchanged for null. On patient-view nothing is drafted. */
    HookCall as(@Nullable Hook other) {
        return other == null
                ? this
                : new HookCall(
                        other, hookInstance, record, other.hasDrafts() ? drafts : DraftOrders.NONE, forClinician);
    }
}
