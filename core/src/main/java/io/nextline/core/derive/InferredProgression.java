package io.nextline.core.derive;

import io.nextline.core.fact.Finding;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.Progression;
import io.nextline.core.fact.ProgressionRule;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.RecordArea;
import io.nextline.core.vocabulary.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inference from the next line (ruling 9.5, after the 26-week rule published by ACTIN, {@code ProgressiveDiseaseFunctions}): it
 * begins at most 26 weeks after the last dose. That no other reason is recorded, and nothing was given between, are absences, so the
 * medication data must have been read whole, no reason may stand there that was not understood, and no row that could not be identified
 * may lie between (ruling 9.1). Dates of months or years must fit on every day that they may mean.
 */
final class InferredProgression {

    private final Profile profile;
    private final List<Provenance> unidentified;
    private final LineEnds ends;
    private final boolean readWhole;

    InferredProgression(Chart chart, List<Provenance> unidentified) {
        this.profile = chart.profile();
        this.unidentified = unidentified;
        this.ends = new LineEnds(chart);
        this.readWhole = chart.record().coverage().isComplete(RecordArea.MEDICATIONS);
    }

    /** Returns the finding for a line without a recorded reason that a line for advanced disease followed. */
    Finding<Progression> of(LineDraft line, FhirDate nextStart) {
        FhirDate last = lastDose(line, nextStart);
        String obstacle = obstacle(line, last, nextStart);
        if (obstacle != null) {
            return Finding.unknown(MissingFact.PROGRESSION, "whether the cancer progressed: " + obstacle);
        }
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

    /** Returns why the absence of another reason cannot be concluded, or null. */
    private @Nullable String obstacle(LineDraft line, FhirDate last, FhirDate nextStart) {
        if (!readWhole) {
            return "the medication data were not read whole";
        }
        if (ends.hasUnreadReason(line)) {
            return "the recorded reason for the end of the therapy was not understood";
        }
        boolean unidentifiedBetween = unidentified.stream().anyMatch(row -> mayLieBetween(last, row.date(), nextStart));
        return unidentifiedBetween
                ? "a therapy that could not be identified may have been given before the next line"
                : null;
    }

    /** An unidentified row among the doses of either line is taken as part of it. */
    private static boolean mayLieBetween(FhirDate last, @Nullable FhirDate row, FhirDate nextStart) {
        return row == null
                || (row.latest().isAfter(last.latest()) && row.earliest().isBefore(nextStart.earliest()));
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
