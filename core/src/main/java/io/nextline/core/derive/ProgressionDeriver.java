package io.nextline.core.derive;

import io.nextline.core.fact.EndReason;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.Progression;
import io.nextline.core.fact.Progression.Grade;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fact.TreatmentSetting;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.RecordArea;
import io.nextline.core.vocabulary.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the cancer progressed on or after a line, before the next one. Stated beats inferred; a recorded toxicity, planned stop or
 * completion is no progression; the inference from the next line is ruling 9.5, after the 26-week rule published by ACTIN
 * ({@code ProgressiveDiseaseFunctions}). A status on the first day of a line speaks of the time before it.
 */
final class ProgressionDeriver {

    private final Profile profile;
    private final List<StatusEvent> statuses;
    private final boolean readWhole;

    ProgressionDeriver(Chart chart) {
        this.profile = chart.profile();
        this.statuses = chart.statuses();
        this.readWhole = chart.record().coverage().isComplete(RecordArea.MEDICATIONS);
    }

    /**
     * Returns the finding for a line.
     *
     * @param line the line
     * @param reason the recorded reason for its end, or null
     * @param next the line after it, or null for the latest
     * @param nextSetting the setting of that line
     */
    Finding<Progression> of(
            LineDraft line, @Nullable EndReason reason, @Nullable LineDraft next, TreatmentSetting nextSetting) {
        FhirDate start = line.start();
        if (start == null) {
            return undated();
        }
        FhirDate nextStart = next == null ? null : next.start();
        StatusEvent last = lastWithin(start, nextStart);
        if (last != null && last.course() == StatusEvent.Course.WORSENED) {
            return Finding.known(
                    new Progression(Grade.STATED, last.date(), "a disease status says so"), List.of(last.provenance()));
        }
        if (reason == EndReason.PROGRESSION) {
            return Finding.known(
                    new Progression(Grade.STATED, line.lastDose(), "the recorded stop reason says so"), reasons(line));
        }
        if (last != null && last.course() == StatusEvent.Course.UNCONFIRMED) {
            return Finding.unknown(
                    MissingFact.PROGRESSION, "progression is recorded as unconfirmed: the confirming assessment");
        }
        boolean follows = next != null && line.isSurelyBefore(next);
        return withoutStatedProgression(line, reason, last, follows ? nextStart : null, nextSetting);
    }

    private Finding<Progression> undated() {
        boolean worsened = statuses.stream().anyMatch(event -> event.course() == StatusEvent.Course.WORSENED);
        return worsened
                ? Finding.unknown(
                        MissingFact.PROGRESSION_DATE, "when the line began, to place the recorded progression")
                : Finding.unknown(
                        MissingFact.PROGRESSION, "whether the cancer progressed on this line, and when it began");
    }

    private Finding<Progression> withoutStatedProgression(
            LineDraft line,
            @Nullable EndReason reason,
            @Nullable StatusEvent last,
            @Nullable FhirDate nextStart,
            TreatmentSetting nextSetting) {
        if (last != null) {
            String course = last.course() == StatusEvent.Course.STABLE ? "stable" : "improved";
            return Finding.known(
                    new Progression(Grade.NONE, last.date(), "the latest disease status is " + course),
                    List.of(last.provenance()));
        }
        if (reason != null && reason.isRecordedOtherThanProgression()) {
            return Finding.known(
                    new Progression(Grade.NONE, null, "it ended for another recorded reason (" + reason.id() + ")"),
                    reasons(line));
        }
        return nextStart != null && !nextSetting.isCurative()
                ? inferred(line, nextStart)
                : Finding.unknown(MissingFact.PROGRESSION, "whether the cancer progressed on or after the latest line");
    }

    /** That no other reason is recorded is an absence, so the medication data must have been read whole. */
    private Finding<Progression> inferred(LineDraft line, FhirDate nextStart) {
        if (!readWhole) {
            return Finding.unknown(
                    MissingFact.PROGRESSION, "whether the cancer progressed: the medication data were not read whole");
        }
        FhirDate lastDose = line.lastDose() == null ? nextStart : line.lastDose();
        long days = Dates.days(lastDose, nextStart);
        if (days > profile.inferredProgressionDays()) {
            return Finding.unknown(
                    MissingFact.PROGRESSION,
                    "whether the cancer progressed: the next line began " + days + " days after the last dose");
        }
        return Finding.known(
                new Progression(
                        Grade.INFERRED,
                        null,
                        "the next line began " + Math.max(0, days)
                                + " days after the last dose (limit " + profile.inferredProgressionDays()
                                + "), and no other reason is recorded in medication data read whole"),
                line.provenance());
    }

    /** Returns the last status after the first day of the line, up to the first day of the next line. */
    private @Nullable StatusEvent lastWithin(FhirDate start, @Nullable FhirDate nextStart) {
        StatusEvent last = null;
        for (StatusEvent event : statuses) {
            FhirDate date = event.date();
            boolean within = date != null
                    && isAfterStart(date, start)
                    && (nextStart == null
                            || !date.earliest().isAfter(nextStart.latest().plusDays(profile.dateToleranceDays())));
            if (within) {
                last = event;
            }
        }
        return last;
    }

    private boolean isAfterStart(FhirDate date, FhirDate start) {
        return (date.isDay() && start.isDay())
                ? date.earliest().isAfter(start.latest().plusDays(profile.dateToleranceDays()))
                : date.latest().isAfter(start.latest());
    }

    private static List<Provenance> reasons(LineDraft line) {
        return line.uses().stream()
                .filter(use -> use.stopReason() != null)
                .map(DrugUse::provenance)
                .sorted(Provenance.ORDER)
                .distinct()
                .toList();
    }
}
