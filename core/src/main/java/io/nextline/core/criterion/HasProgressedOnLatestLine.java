package io.nextline.core.criterion;

import io.nextline.core.fact.Gap;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.Progression;
import io.nextline.core.fact.TherapyHistory;

/** Has the cancer progressed, stated or inferred, on or after the latest line of therapy? Without it no option is shown. */
public record HasProgressedOnLatestLine() implements Criterion {

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        LineOfTherapy latest = facts.therapy().latest();
        if (latest == null) {
            return Evaluation.unknown(
                    "no line of therapy on record",
                    new Gap(MissingFact.THERAPY_HISTORY, "the systemic therapy so far"));
        }
        return latest.progression()
                .fold(
                        known -> isLatestByAnyOrder(facts.therapy(), known.value())
                                ? Evaluation.of(
                                        known.value().isProgression(),
                                        LineProgression.reason(known.value(), "the latest line"),
                                        known.provenance())
                                : Evaluation.unknown(
                                        "the dates do not tell which line is the latest",
                                        new Gap(MissingFact.THERAPY_HISTORY, "the dates of every line of therapy")),
                        open -> Evaluation.unknown(
                                "progression on the latest line not settled: "
                                        + open.gap().detail(),
                                open.gap()));
    }

    /** Where the order of lines is open, a course that is dated after the start of every one of them is that of the latest. */
    private static boolean isLatestByAnyOrder(TherapyHistory therapy, Progression course) {
        if (therapy.orderKnown()) {
            return true;
        }
        for (LineOfTherapy line : therapy.lines()) {
            boolean after = course.date() != null
                    && line.start() != null
                    && line.start().isSurelyBefore(course.date().earliest());
            if (!after) {
                return false;
            }
        }
        return true;
    }
}
