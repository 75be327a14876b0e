package io.nextline.core.criterion;

import io.nextline.core.fact.Gap;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.TherapyHistory;
import java.util.List;

/**
 * Has the patient received any of these drugs or classes? A "no" is concluded only from therapy data that were supplied and read
 * whole, with every row understood and at least one line known; otherwise it is unknown. For checkpoint inhibitors as a class the
 * record must also reach back to the start of treatment: a record that begins with a later line does not show that none was given.
 *
 * @param drugsOrClasses drug names or classes
 */
public record Received(List<String> drugsOrClasses) implements Criterion {

    private static final String ICI = "ICI";

    /** Copies the names. */
    public Received {
        drugsOrClasses = List.copyOf(drugsOrClasses);
    }

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        String what = Words.or(drugsOrClasses);
        for (LineOfTherapy line : facts.therapy().lines()) {
            if (drugsOrClasses.stream().anyMatch(line::has)) {
                return Evaluation.of(true, "received " + what, line.provenance());
            }
        }
        return absence(facts, "no record of " + what, what, false);
    }

    /** Returns the answer that an absence allows: the given one if the data support it, else unknown. */
    static Evaluation absence(PatientFacts facts, String reason, String what, boolean answer) {
        TherapyHistory therapy = facts.therapy();
        if (ICI.equals(what) && therapy.supportsAbsence() && !therapy.reachesBeginning()) {
            return Evaluation.unknown(
                    "no ICI on record, but the record may not reach back to the first therapy", gap(what));
        }
        if (therapy.supportsAbsence()) {
            return Evaluation.of(answer, reason + " in " + therapy.rows() + " therapy rows", List.of());
        }
        return Evaluation.unknown("whether " + what + " was given is not known: " + why(therapy), gap(what));
    }

    private static String why(TherapyHistory therapy) {
        if (!therapy.readWhole()) {
            return "the medication data are missing or were not read whole";
        }
        return therapy.lines().isEmpty()
                ? "no systemic therapy is on record"
                : therapy.unidentified().size() + " therapy row(s) could not be identified";
    }

    private static Gap gap(String what) {
        return ICI.equals(what)
                ? new Gap(MissingFact.PRIOR_ICI, "whether an immune checkpoint inhibitor was given")
                : new Gap(MissingFact.THERAPY_HISTORY, "the whole list of systemic therapy");
    }
}
