package io.nextline.core.derive;

import io.nextline.core.fact.Finding;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.Progression;
import io.nextline.core.fact.ProgressionRule;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.RecordArea;
import io.nextline.core.vocabulary.Profile;

/**
 * The inference from the next line (ruling 9.5, after the 26-week rule published by ACTIN, {@code ProgressiveDiseaseFunctions}): it
 * begins at most 26 weeks after the last dose. That no other reason is recorded is an absence, so the medication data must have been
 * read whole. Dates of months or years must fit on every day that they may mean.
 */
final class InferredProgression {

    private final Profile profile;
    private final boolean readWhole;

    InferredProgression(Chart chart) {
        this.profile = chart.profile();
        this.readWhole = chart.record().coverage().isComplete(RecordArea.MEDICATIONS);
    }

    /** Returns the finding for a line without a recorded reason that a line for advanced disease followed. */
    Finding<Progression> of(LineDraft line, FhirDate nextStart) {
        if (!readWhole) {
            return Finding.unknown(
                    MissingFact.PROGRESSION, "whether the cancer progressed: the medication data were not read whole");
        }
        FhirDate last = lastDose(line, nextStart);
        int limit = profile.inferredProgressionDays();
        long most = Dates.mostDays(last, nextStart);
        if (most <= limit) {
            int days = (int) Math.max(0, Dates.days(last, nextStart));
            return Finding.known(
                    new Progression(
                            ProgressionRule.NEXT_LINE,
                            null,
                            days,
                            "the next line began " + days + " days after the last dose (limit " + limit
                                    + "), and no other reason is recorded in medication data read whole"),
                    line.provenance());
        }
        String later = Dates.fewestDays(last, nextStart) > limit
                ? "the next line began " + Dates.days(last, nextStart) + " days after the last dose"
                : "the dates do not tell how long after the last dose the next line began";
        return Finding.unknown(MissingFact.PROGRESSION, "whether the cancer progressed: " + later);
    }

    /** An oral order without an end is taken as continuing until the next line; an infusion is not. */
    private static FhirDate lastDose(LineDraft line, FhirDate nextStart) {
        if (line.lastDose() != null) {
            return line.lastDose();
        }
        boolean infused = line.regimen().stream().allMatch(drug -> drug.intravenous());
        return infused && line.lastUse() != null ? line.lastUse() : nextStart;
    }
}
