package io.nextline.core.derive;

import io.nextline.core.fact.EndReason;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.Progression;
import io.nextline.core.fact.ProgressionRule;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fact.TreatmentSetting;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.Profile;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the cancer progressed on or after a line, before the next one: the rules of {@link ProgressionRule} in their order. Stated
 * beats inferred, a recorded status beats the words of a report, the latest beats the earlier, and what is old, doubtful or undated
 * leaves the question open. A status on the first day of a line speaks of the time before it.
 */
final class ProgressionDeriver {

    private final Chart chart;
    private final Profile profile;
    private final Collection<String> warnings;
    private final InferredProgression inference;

    /**
     * Creates a deriver for one evaluation.
     *
     * @param unidentified the therapy rows that name no legible drug
     */
    ProgressionDeriver(Chart chart, List<Provenance> unidentified, Collection<String> warnings) {
        this.chart = chart;
        this.profile = chart.profile();
        this.warnings = warnings;
        this.inference = new InferredProgression(chart, unidentified);
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
        StatusTimeline said = new StatusTimeline(chart.statuses(), start, nextStart, profile.dateToleranceDays());
        warn(said);
        Finding<Progression> stated = stated(line, reason, said);
        if (stated != null) {
            return stated;
        }
        // A line whose dates may come first does not surely follow.
        FhirDate followed = next != null && line.isSurelyBefore(next) ? nextStart : null;
        Finding<Progression> inferred =
                reason == null && followed != null && !nextSetting.isCurative() ? inference.of(line, followed) : null;
        return unstated(line, reason, said, followed, inferred);
    }

    private Finding<Progression> undated() {
        return chart.statuses().stream().anyMatch(StatusEvent::isWorsened)
                ? open(MissingFact.PROGRESSION_DATE, "when the line began, to place the recorded progression")
                : open(MissingFact.PROGRESSION, "whether the cancer progressed on this line, and when it began");
    }

    private void warn(StatusTimeline said) {
        if (said.isContradictory()) {
            warnings.add("conflict: disease statuses of one day contradict each other");
        }
        if (said.reportContradictsStatus()) {
            warnings.add("conflict: the words of a report contradict the recorded disease status; the status is used");
        }
        StatusEvent latest = said.status();
        if (latest != null && latest.isFavourable() && said.worsenedBefore()) {
            warnings.add("conflict: a recorded progression is followed by a better status on the same line;"
                    + " the later status is used");
        }
    }

    private @Nullable Finding<Progression> stated(LineDraft line, @Nullable EndReason reason, StatusTimeline said) {
        StatusEvent status = said.status();
        if (status != null && status.isWorsened() && !said.isContradictory()) {
            return known(ProgressionRule.STATUS_WORSENED, line, status, "a disease status says so");
        }
        if (reason == EndReason.PROGRESSION) {
            return Finding.known(
                    new Progression(
                            ProgressionRule.STOP_REASON, line.lastDose(), null, "the recorded stop reason says so"),
                    reasons(line));
        }
        StatusEvent report = said.reportAfterStatus();
        return report != null && report.isWorsened()
                ? known(ProgressionRule.REPORT_TEXT, line, report, "the words of a report say so, no status does")
                : null;
    }

    private Finding<Progression> unstated(
            LineDraft line,
            @Nullable EndReason reason,
            StatusTimeline said,
            @Nullable FhirDate nextStart,
            @Nullable Finding<Progression> inferred) {
        boolean inferable = inferred instanceof Finding.Known;
        Finding<Progression> doubt = doubt(said);
        if (doubt != null) {
            return inferred != null && inferable ? inferred : doubt;
        }
        StatusEvent favourable = favourable(said);
        if (favourable != null && !(inferable && isBeforeLastDose(favourable, line))) {
            return favourable(favourable, said, line, reason, nextStart);
        }
        if (reason != null) {
            return endedOtherwise(reason, line);
        }
        return inferred != null
                ? inferred
                : open(MissingFact.PROGRESSION, "whether the cancer progressed on or after the latest line");
    }

    /** Returns what is in doubt at the end of the line, or null. */
    private static @Nullable Finding<Progression> doubt(StatusTimeline said) {
        if (said.isContradictory()) {
            return open(
                    MissingFact.PROGRESSION, "disease statuses of one day contradict each other: which of them holds");
        }
        if (said.unplacedWorsening() != null) {
            return open(
                    MissingFact.PROGRESSION_DATE,
                    "the date of a recorded progression, to place it before, on or after this line");
        }
        StatusEvent report = said.reportAfterStatus();
        if (report != null && report.course() == StatusEvent.Course.UNCONFIRMED) {
            return open(MissingFact.PROGRESSION, "a report describes possible progression: a disease status");
        }
        StatusEvent status = said.status();
        if (status == null) {
            return said.reportsDiffer()
                    ? open(MissingFact.PROGRESSION, "reports say progression and later the opposite: a disease status")
                    : null;
        }
        return status.course() == StatusEvent.Course.UNCONFIRMED && favourableReport(report) == null
                ? open(MissingFact.PROGRESSION, "progression is recorded as unconfirmed: the confirming assessment")
                : null;
    }

    private static @Nullable StatusEvent favourableReport(@Nullable StatusEvent report) {
        return report != null && report.isFavourable() ? report : null;
    }

    private static @Nullable StatusEvent favourable(StatusTimeline said) {
        StatusEvent report = favourableReport(said.reportAfterStatus());
        StatusEvent status = said.status();
        return report != null ? report : status != null && status.isFavourable() ? status : null;
    }

    /** Ruling 9.5: only a status after the last dose speaks against the inference from the next line. */
    private static boolean isBeforeLastDose(StatusEvent event, LineDraft line) {
        FhirDate last = line.lastDose();
        FhirDate date = event.date();
        return last != null && date != null && !date.latest().isAfter(last.earliest());
    }

    private Finding<Progression> favourable(
            StatusEvent event,
            StatusTimeline said,
            LineDraft line,
            @Nullable EndReason reason,
            @Nullable FhirDate nextStart) {
        FhirDate date = event.date();
        String course = event.course() == StatusEvent.Course.STABLE ? "stable" : "improved";
        if (date != null && Metastases.isNewSiteBetween(chart, date, nextStart)) {
            return open(
                    MissingFact.PROGRESSION,
                    "a metastasis in a new organ is dated after the last " + course
                            + " status: a disease status since");
        }
        if (date == null || isOld(date, nextStart)) {
            return reason != null
                    ? endedOtherwise(reason, line)
                    : open(
                            MissingFact.PROGRESSION,
                            "the last disease status (" + course + (date == null ? "" : ", " + date.text())
                                    + ") is more than " + profile.statusMaxAgeDays() + " days old: a newer one");
        }
        return known(rule(event, said), line, event, "the latest disease status is " + course + basis(event));
    }

    private static String basis(StatusEvent event) {
        return event.isReportText() ? ", in the words of a report" : "";
    }

    private static ProgressionRule rule(StatusEvent event, StatusTimeline said) {
        if (event.isReportText()) {
            return ProgressionRule.REPORT_TEXT_NOT_PROGRESSED;
        }
        if (said.worsenedBefore()) {
            return ProgressionRule.LATER_STATUS;
        }
        if (said.unconfirmedBefore()) {
            return ProgressionRule.PSEUDOPROGRESSION;
        }
        return event.course() == StatusEvent.Course.STABLE
                ? ProgressionRule.STATUS_STABLE
                : ProgressionRule.STATUS_IMPROVED;
    }

    /** Age counts to the start of the next line, for the latest line to the day of evaluation (hazard HZ-15). */
    private boolean isOld(FhirDate date, @Nullable FhirDate nextStart) {
        FhirDate until = nextStart != null ? nextStart : FhirDate.of(chart.asOf());
        return Dates.mostDays(date, until) > profile.statusMaxAgeDays();
    }

    private static Finding<Progression> endedOtherwise(EndReason reason, LineDraft line) {
        return Finding.known(
                new Progression(
                        ProgressionRule.OTHER_STOP_REASON,
                        null,
                        null,
                        "it ended for another recorded reason (" + reason.id() + ")"),
                reasons(line));
    }

    private static Finding<Progression> known(ProgressionRule rule, LineDraft line, StatusEvent event, String words) {
        return Finding.known(
                new Progression(rule, event.date(), days(line.lastDose(), event.date()), words),
                List.of(event.provenance()));
    }

    private static @Nullable Integer days(@Nullable FhirDate from, @Nullable FhirDate to) {
        return from != null && to != null && from.isDay() && to.isDay() ? (int) Dates.days(from, to) : null;
    }

    private static Finding<Progression> open(MissingFact fact, String detail) {
        return Finding.unknown(fact, detail);
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
