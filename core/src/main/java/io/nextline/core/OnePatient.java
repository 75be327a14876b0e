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
 * Makes sure that every entry is about the one patient (hazard HZ-16, ruling 9.7). Entries without a subject are accepted; another
 * Patient resource, and entries about it, only where {@code Patient.link} of one of the two says that one record was merged into
 * the other ({@code replaces}, {@code replaced-by}). Links that merely point elsewhere ({@code seealso}, {@code refer}) merge nothing.
 * What is about a group, a device or a place is about no other patient; it is left out later.
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
            if (!check.isAccepted(other)) {
                throw new WrongPatientException("Patient");
            }
        }
        check.all(record.conditions());
        check.all(record.medicationUses());
        check.all(record.observations());
        check.all(record.procedures());
        check.all(record.serviceRequests());
        check.all(record.diagnosticReports());
        check.all(record.encounters());
        check.all(record.plans());
        check.all(drafts.resources());
    }

    private void all(List<? extends Resource> resources) {
        for (Resource resource : resources) {
            Reference subject = resource.subject();
            if (subject == null || subject.reference() == null) {
                continue;
            }
            String literal = subject.reference();
            if (!literal.equals(lastAccepted) && subject.mayBePerson() && !isAccepted(literal)) {
                throw new WrongPatientException(resource.header().resourceType());
            }
        }
    }

    private boolean isAccepted(String literal) {
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
        if (isMeantOfOthers(literal)) {
            return true;
        }
        if (expected == null && (patient == null || patient.header().id() == null)) {
            // Nothing names the patient: the first subject does, and all others must agree.
            expected = typeAndId == null ? literal : typeAndId;
        }
        return expected != null && (expected.equals(typeAndId) || expected.equals(literal));
    }

    private boolean isAccepted(Patient other) {
        Patient patient = record.patient();
        if (patient == null) {
            return false;
        }
        ResourceHeader header = other.header();
        boolean sameId =
                header.id() != null && header.id().equals(patient.header().id());
        return sameId || isMerged(patient, header) || isMerged(other, patient.header());
    }

    private static boolean isMerged(Patient patient, ResourceHeader other) {
        return patient.link().stream().anyMatch(link -> link.isMerge() && means(link.other(), other));
    }

    /** The other Patient resources of the record have been accepted before as merged with this one. */
    private boolean isMeantOfOthers(String literal) {
        for (Patient other : record.otherPatients()) {
            if (other.header().isMeantBy(literal)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLink(Patient patient, String literal) {
        String typeAndId = ResourceHeader.typeAndId(literal);
        for (Patient.Link link : patient.link()) {
            Reference other = link.other();
            boolean meant =
                    literal.equals(other.reference()) || (typeAndId != null && typeAndId.equals(other.typeAndId()));
            if (link.isMerge() && meant) {
                return true;
            }
        }
        return false;
    }

    private static boolean means(Reference link, ResourceHeader other) {
        return link.reference() != null && other.isMeantBy(link.reference());
    }
}
