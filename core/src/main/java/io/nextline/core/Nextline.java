package io.nextline.core;

import io.nextline.core.derive.PatientFactsDeriver;
import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.Layer;
import io.nextline.core.evidence.ReportBuilder;
import io.nextline.core.fact.LocalTherapy;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fhir.DraftOrders;
import io.nextline.core.fhir.PatientRecord;
import java.time.LocalDate;
import java.util.List;

/**
 * The entry point: what the trials of the evidence base say about one patient on one day. A pure function of its arguments, without
 * clock, network or disk. Immutable and thread-safe; create one and keep it.
 */
public final class Nextline {

    private final EvidenceBase base;
    private final PatientFactsDeriver deriver;
    private final ReportBuilder reports;

    private Nextline(EvidenceBase base) {
        this.base = base;
        this.deriver = new PatientFactsDeriver(base.vocabulary(), base.profile());
        this.reports = new ReportBuilder(base);
    }

    /** Returns Nextline on the evidence base that comes with the jar. */
    public static Nextline load() {
        return of(EvidenceBase.bundled());
    }

    /** Returns Nextline on an evidence base, for example one with a site's additions. */
    public static Nextline of(EvidenceBase base) {
        return new Nextline(base);
    }

    /** Returns the evidence base. */
    public EvidenceBase evidence() {
        return base;
    }

    /**
     * Returns the report about a patient with no order drafted, by all evidence published by that day.
     *
     * @throws WrongPatientException if an entry of the record is about another patient
     */
    public EvidenceReport evaluate(PatientRecord record, LocalDate asOf) {
        return evaluate(record, DraftOrders.NONE, asOf, Layer.ALL);
    }

    /**
     * Returns the report about a patient.
     *
     * @param record what is known of the patient, as sent
     * @param drafts the orders drafted now
     * @param asOf the day of evaluation; entries and publications of later days are left out
     * @param layer which evidence to speak from
     * @throws WrongPatientException if an entry or a draft is about another patient
     */
    public EvidenceReport evaluate(PatientRecord record, DraftOrders drafts, LocalDate asOf, Layer layer) {
        OnePatient.check(record, drafts);
        PatientFacts facts = deriver.derive(record, drafts, asOf);
        return reports.build(facts, layer);
    }

    /**
     * Returns the surgery and radiotherapy that a record tells of, in the order of their dates.
     *
     * @param record what is known of the patient, as sent
     * @param asOf the day of evaluation; what is dated later is left out
     * @throws WrongPatientException if an entry of the record is about another patient
     */
    public List<LocalTherapy> localTherapies(PatientRecord record, LocalDate asOf) {
        OnePatient.check(record, DraftOrders.NONE);
        return deriver.localTherapies(record, asOf);
    }
}
