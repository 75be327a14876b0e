package io.nextline.cdshooks;

import io.nextline.core.WrongPatientException;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.Layer;
import io.nextline.core.fhir.DraftOrders;
import io.nextline.core.fhir.PatientRecord;
import java.time.LocalDate;

/** Puts a patient's record to the evidence; {@code Nextline::evaluate} is one. Needs to be thread-safe. */
@FunctionalInterface
public interface Evaluator {

    /**
     * Returns what the evidence says to the record.
     *
     * @param record the patient's record
     * @param drafts the drafted orders
     * @param asOf the day of evaluation
     * @param layer which publications to speak from
     * @throws WrongPatientException if a resource names another patient
     */
    EvidenceReport evaluate(PatientRecord record, DraftOrders drafts, LocalDate asOf, Layer layer);
}
