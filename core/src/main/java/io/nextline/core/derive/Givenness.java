package io.nextline.core.derive;

import io.nextline.core.fhir.MedicationAdministration;
import io.nextline.core.fhir.MedicationDispense;
import io.nextline.core.fhir.MedicationRequest;
import io.nextline.core.fhir.MedicationStatement;
import io.nextline.core.fhir.MedicationUse;
import io.nextline.core.fhir.Procedure;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a medication entry says that the drug was given or taken, and how surely (hazard HZ-03). An order counts as therapy
 * unless it is a plan, a draft or cancelled; a plan or proposal counts only where it reports a home medication, as Epic sends them.
 */
enum Givenness {
    /** A dose given: the strongest evidence. */
    ADMINISTERED,
    /** Handed over to the patient. */
    DISPENSED,
    /** Said to be taken. */
    STATED,
    /** Ordered, and the order was in force. */
    ORDERED,
    /** The entry does not say: no status, an unknown one, or no intent. No evidence of therapy, and none against it. */
    UNCLEAR,
    /** Not evidence of therapy. */
    NOT_GIVEN;

    private static final Set<String> ADMINISTRATION = Set.of("completed", "in-progress", "on-hold", "stopped");
    private static final Set<String> STATEMENT = Set.of("active", "completed", "stopped", "on-hold", "recorded");
    private static final Set<String> REQUEST = Set.of("active", "completed", "stopped", "on-hold", "ended");
    private static final Set<String> PROCEDURE = Set.of("completed", "in-progress");
    private static final Set<String> ORDER =
            Set.of("order", "original-order", "reflex-order", "filler-order", "instance-order");
    private static final Set<String> REPORT = Set.of("plan", "proposal");

    /** Returns what a medication entry says. */
    static Givenness of(MedicationUse use) {
        if (use instanceof MedicationAdministration) {
            return when(ADMINISTRATION, use.status(), ADMINISTERED);
        }
        if (use instanceof MedicationDispense) {
            // In progress means ready to be picked up: prepared for an order, but not handed over.
            return "in-progress".equals(use.status()) ? ORDERED : when(Set.of("completed"), use.status(), DISPENSED);
        }
        if (use instanceof MedicationStatement) {
            // R5 says in the adherence, which stands with the reasons, that a recorded drug is not taken.
            boolean notTaken = use.statusReason().stream().anyMatch(reason -> reason.hasCode("not-taking"));
            return notTaken ? NOT_GIVEN : when(STATEMENT, use.status(), STATED);
        }
        return ofRequest((MedicationRequest) use);
    }

    /** Returns what a Procedure says that gives a drug. */
    static Givenness of(Procedure procedure) {
        return when(PROCEDURE, procedure.status(), ADMINISTERED);
    }

    private static Givenness ofRequest(MedicationRequest request) {
        if (Boolean.TRUE.equals(request.doNotPerform())) {
            return NOT_GIVEN;
        }
        boolean reported = Boolean.TRUE.equals(request.reported());
        Givenness inForce = when(REQUEST, request.status(), reported ? STATED : ORDERED);
        if (request.intent() == null) {
            return inForce == NOT_GIVEN ? NOT_GIVEN : UNCLEAR;
        }
        boolean counts = ORDER.contains(request.intent()) || (reported && REPORT.contains(request.intent()));
        return counts ? inForce : NOT_GIVEN;
    }

    private static Givenness when(Set<String> statuses, @Nullable String status, Givenness given) {
        if (status == null || status.equals("unknown")) {
            return UNCLEAR;
        }
        return statuses.contains(status) ? given : NOT_GIVEN;
    }
}
