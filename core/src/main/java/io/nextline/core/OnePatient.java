package io.nextline.core;

import io.nextline.core.fhir.DraftOrders;
import io.nextline.core.fhir.Patient;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.Reference;
import io.nextline.core.fhir.Resource;
import io.nextline.core.fhir.ResourceHeader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that every entry is about the one patient (hazard HZ-16, ruling 9.7). Entries without a subject are accepted; other
 * Patient resources only where {@code Patient.link} says that they are the same person.
 */
final class OnePatient {

    private final PatientRecord record;
    private @Nullable String expected;
    private @Nullable String lastAccepted;

    private OnePatient(PatientRecord record) {
        this.record = record;
        this.expected = record.patientId() == null ? null : "Patient/" + record.patientId();
    }

    /** Throws {@link WrongPatientException} if anything is about another patient. */
    static void check(PatientRecord record, DraftOrders drafts) {
        OnePatient check = new OnePatient(record);
        for (Patient other : record.otherPatients()) {
            if (!check.isAccepted(other.header())) {
                throw new WrongPatientException("Patient");
            }
        }
        check.all(record.conditions());
        check.all(record.medicationUses());
        check.all(record.observations());
        check.all(record.procedures());
        check.all(record.serviceRequests());
        check.all(record.diagnosticReports());
        check.all(record.plans());
        check.all(drafts.resources());
    }

    private void all(List<? extends Resource> resources) {
        for (Resource resource : resources) {
            Reference subject = resource.subject();
            if (subject != null && subject.reference() != null && !isAccepted(subject.reference())) {
                throw new WrongPatientException(resource.header().resourceType());
            }
        }
    }

    private boolean isAccepted(String literal) {
        if (literal.equals(lastAccepted)) {
            return true;
        }
        boolean accepted = literal.startsWith("#") || isThisPatient(literal);
        if (accepted) {
            lastAccepted = literal;
        }
        return accepted;
    }

    private boolean isThisPatient(String literal) {
        Patient patient = record.patient();
        String typeAndId = ResourceHeader.typeAndId(literal);
        if (patient != null && (patient.header().isMeantBy(literal) || isLink(patient, literal))) {
            return true;
        }
        if (expected == null && (patient == null || patient.header().id() == null)) {
            // Nothing names the patient: the first subject does, and all others must agree.
            expected = typeAndId == null ? literal : typeAndId;
        }
        return expected != null && (expected.equals(typeAndId) || expected.equals(literal));
    }

    private boolean isAccepted(ResourceHeader other) {
        Patient patient = record.patient();
        if (patient == null) {
            return false;
        }
        boolean sameId =
                other.id() != null && other.id().equals(patient.header().id());
        return sameId || patient.link().stream().anyMatch(link -> means(link, other));
    }

    private static boolean isLink(Patient patient, String literal) {
        String typeAndId = ResourceHeader.typeAndId(literal);
        for (Reference link : patient.link()) {
            if (literal.equals(link.reference()) || (typeAndId != null && typeAndId.equals(link.typeAndId()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean means(Reference link, ResourceHeader other) {
        return link.reference() != null && other.isMeantBy(link.reference());
    }
}
