package io.nextline.samples.cli.input;

import io.nextline.core.Nextline;
import io.nextline.core.WrongPatientException;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.Layer;
import io.nextline.core.evidence.NoCardReason;
import io.nextline.core.fact.LocalTherapy;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What a command asks: one patient's record, with what is drafted, on one day. Immutable. */
public final class Question {

    private final String name;
    private final HookCall call;
    private final LocalDate asOf;
    private final Layer layer;

    Question(String name, HookCall call, LocalDate asOf, Layer layer) {
        this.name = name;
        this.call = call;
        this.asOf = asOf;
        this.layer = layer;
    }

    /** Returns the client's id of the call; one and the same for every input that is not a call. */
    public String hookInstance() {
        return call.hookInstance();
    }

    /** Returns the surgery and radiotherapy that the record tells of. */
    public List<LocalTherapy> localTherapies(Nextline nextline) {
        return nextline.localTherapies(call.record(), asOf);
    }

    /** Returns the question with only these of its drafts selected, by their references. */
    public Question selecting(Set<String> selections) {
        return new Question(name, call.selecting(selections), asOf, layer);
    }

    /**
     * Returns the answer; without cards where the reader is no clinician.
     *
     * @throws MixedPatientsException if the input is about more than one patient
     */
    public EvidenceReport answer(Nextline nextline) {
        try {
            EvidenceReport report = nextline.evaluate(call.record(), call.drafts(), asOf, layer);
            return call.forClinician() ? report : report.withoutCards(NoCardReason.READER_NOT_CLINICIAN);
        } catch (WrongPatientException mixed) {
            String problem = "holds data of another patient, in a " + mixed.resourceType();
            throw new MixedPatientsException(name, problem, "Give the data and drafts of one patient only");
        }
    }
}
