package io.nextline.core.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was read of one patient, as sent and not yet judged: duplicates, drafts and retracted entries are still in.
 *
 * @param patientId the bare logical id of the patient that the record is about, or null if nothing names it
 * @param patient the Patient resource, or null if none was supplied
 * @param otherPatients further Patient resources that were supplied; acceptable only where they are links of the same person
 * @param conditions diagnoses, problems, metastases
 * @param medicationUses orders, administrations, statements and dispenses
 * @param medications Medication resources that the uses refer to
 * @param observations laboratory values, scores, stages, disease status, biomarkers
 * @param procedures surgery, radiotherapy, systemic therapy as a procedure
 * @param serviceRequests orders for procedures
 * @param diagnosticReports reports with their conclusions
 * @param encounters stays and visits, read for how the patient left
 * @param plans care plans and request groups, which are not therapy
 * @param issues what could not be read and was set aside
 * @param coverage how much of each area was supplied and read
 */
public record PatientRecord(
        @Nullable String patientId,
        @Nullable Patient patient,
        List<Patient> otherPatients,
        List<Condition> conditions,
        List<MedicationUse> medicationUses,
        List<Medication> medications,
        List<Observation> observations,
        List<Procedure> procedures,
        List<ServiceRequest> serviceRequests,
        List<DiagnosticReport> diagnosticReports,
        List<Encounter> encounters,
        List<Plan> plans,
        List<ReadIssue> issues,
        Coverage coverage) {

    /** Copies the lists. */
    public PatientRecord {
        otherPatients = List.copyOf(otherPatients);
        conditions = List.copyOf(conditions);
        medicationUses = List.copyOf(medicationUses);
        medications = List.copyOf(medications);
        observations = List.copyOf(observations);
        procedures = List.copyOf(procedures);
        serviceRequests = List.copyOf(serviceRequests);
        diagnosticReports = List.copyOf(diagnosticReports);
        encounters = List.copyOf(encounters);
        plans = List.copyOf(plans);
        issues = List.copyOf(issues);
    }
}
