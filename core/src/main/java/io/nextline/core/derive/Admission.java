package io.nextline.core.derive;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Condition;
import io.nextline.core.fhir.DiagnosticReport;
import io.nextline.core.fhir.Encounter;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.MedicationStatement;
import io.nextline.core.fhir.MedicationUse;
import io.nextline.core.fhir.Observation;
import io.nextline.core.fhir.Period;
import io.nextline.core.fhir.Procedure;
import io.nextline.core.fhir.Reference;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries may be read into meaning at all, by their status and date alone. Hazards HZ-03, HZ-04 and HZ-14: what was
 * entered in error, refuted, merely suspected, not done, preliminary or dated after the day of evaluation never counts.
 */
final class Admission {

    private static final Set<String> NOT_A_DIAGNOSIS =
            Set.of("entered-in-error", "refuted", "provisional", "differential", "unconfirmed");
    private static final Set<String> FINAL_OBSERVATION = Set.of("final", "amended", "corrected");
    private static final Set<String> FINAL_REPORT = Set.of("final", "amended", "corrected", "appended");
    private static final Set<String> DONE_PROCEDURE = Set.of("completed", "in-progress");

    /** R4 and R5: the patient has come. What is only planned, or was called off, says nothing of how the patient left. */
    private static final Set<String> CAME =
            Set.of("arrived", "triaged", "in-progress", "onleave", "finished", "on-hold", "discharged", "completed");

    private Admission() {}

    /** What is about a group, a device or a place says nothing of the patient. */
    static boolean isPerson(@Nullable Reference subject) {
        return subject == null || subject.mayBePerson();
    }

    static boolean isAdmitted(Condition condition, LocalDate asOf) {
        return !hasAny(condition.verificationStatus(), NOT_A_DIAGNOSIS)
                && !"entered-in-error".equals(codeOf(condition.clinicalStatus()))
                && !isFuture(condition.onset(), asOf)
                && !isFuture(condition.recordedDate(), asOf);
    }

    static boolean isAdmitted(Observation observation, LocalDate asOf) {
        return contains(FINAL_OBSERVATION, observation.status()) && !isFuture(observation.effective(), asOf);
    }

    static boolean isAdmitted(DiagnosticReport report, LocalDate asOf) {
        return contains(FINAL_REPORT, report.status()) && !isFuture(report.effective(), asOf);
    }

    static boolean isAdmitted(Procedure procedure, LocalDate asOf) {
        return contains(DONE_PROCEDURE, procedure.status()) && !isFuture(procedure.performed(), asOf);
    }

    static boolean isAdmitted(Encounter encounter, LocalDate asOf) {
        return contains(CAME, encounter.status()) && !isFuture(end(encounter.period()), asOf);
    }

    private static @Nullable FhirDate end(@Nullable Period period) {
        return period == null ? null : period.end() == null ? period.start() : period.end();
    }

    /** What is no evidence of therapy leaves with the retracted and the future; what does not say whether it is, stays. */
    static boolean isAdmitted(MedicationUse use, LocalDate asOf) {
        return Givenness.of(use) != Givenness.NOT_GIVEN
                && !isFuture(use.occurrence(), asOf)
                && !(use instanceof MedicationStatement said && isFuture(said.dateAsserted(), asOf));
    }

    private static boolean contains(Set<String> codes, @Nullable String code) {
        return code != null && codes.contains(code);
    }

    private static boolean hasAny(@Nullable CodeableConcept concept, Set<String> codes) {
        return concept != null && concept.hasAnyCode(codes);
    }

    private static @Nullable String codeOf(@Nullable CodeableConcept concept) {
        return concept == null ? null : concept.firstCodeOrText();
    }

    static boolean isFuture(@Nullable Period period, LocalDate asOf) {
        return period != null && isFuture(period.startOrEnd(), asOf);
    }

    static boolean isFuture(@Nullable FhirDate date, LocalDate asOf) {
        return date != null && date.isSurelyAfter(asOf);
    }
}
