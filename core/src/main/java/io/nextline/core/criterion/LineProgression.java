package io.nextline.core.criterion;

import io.nextline.core.fact.AdjuvantIci;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.Gap;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.Progression;

/** Says whether the cancer progressed on or after one given line, for the criteria that ask about lines. */
final class LineProgression {

    private LineProgression() {}

    /**
     * Returns the answer for a line.
     *
     * @param laterProgression whether the cancer progressed on a later line, which leaves the question open where this line
     *     ended for another reason
     * @param what the therapy, in words
     */
    static Evaluation of(PatientFacts facts, LineOfTherapy line, boolean laterProgression, String what) {
        AdjuvantIci adjuvant = facts.adjuvantIci();
        if (adjuvant != null && adjuvant.line().equals(line)) {
            return afterAdjuvant(adjuvant, what);
        }
        return line.progression()
                .fold(
                        known -> known.value().isProgression() || !laterProgression
                                ? Evaluation.of(
                                        known.value().isProgression(), reason(known.value(), what), known.provenance())
                                : Evaluation.unknown(
                                        "progressed on a later line; " + what + " itself ended for another reason",
                                        new Gap(
                                                MissingFact.PROGRESSION,
                                                "whether the cancer progressed on or after " + what)),
                        open -> Evaluation.unknown(
                                "progression on " + what + " not settled: "
                                        + open.gap().detail(),
                                open.gap()));
    }

    private static Evaluation afterAdjuvant(AdjuvantIci adjuvant, String what) {
        return adjuvant.relapse()
                .fold(
                        relapse -> relapse.value()
                                ? adjuvant.timing().fold(timing -> timed(timing, what), open -> openTiming(open, what))
                                : Evaluation.of(false, "no relapse after adjuvant " + what, relapse.provenance()),
                        open -> Evaluation.unknown("relapse after adjuvant " + what + " not settled", open.gap()));
    }

    private static Evaluation timed(Finding.Known<AdjuvantIci.Timing> timing, String what) {
        return switch (timing.value()) {
            case DURING -> Evaluation.of(true, "relapse during adjuvant " + what, timing.provenance());
            case WITHIN_WINDOW ->
                Evaluation.of(true, "relapse soon after the last adjuvant dose of " + what, timing.provenance());
            case AFTER_WINDOW ->
                Evaluation.unknown(
                        "late relapse after adjuvant " + what + ": trials differ in whether this counts",
                        new Gap(
                                MissingFact.THERAPY_SETTING,
                                "whether a relapse this long after adjuvant therapy counts as progression on it"));
        };
    }

    private static Evaluation openTiming(Finding.Unknown<AdjuvantIci.Timing> open, String what) {
        return Evaluation.unknown("relapse after adjuvant " + what + ", its timing not known", open.gap());
    }

    static String reason(Progression progression, String what) {
        return switch (progression.grade()) {
            case STATED ->
                (progression.basis().isReportText() ? "progression in the words of a report" : "progression recorded")
                        + " on or after " + what + date(progression);
            case INFERRED -> "progression on " + what + " inferred: " + progression.rule();
            case NONE -> "no progression on " + what + ": " + progression.rule();
        };
    }

    private static String date(Progression progression) {
        return progression.date() == null ? "" : " (" + progression.date().text() + ")";
    }
}
