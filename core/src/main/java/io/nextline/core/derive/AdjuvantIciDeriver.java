package io.nextline.core.derive;

import io.nextline.core.fact.AdjuvantIci;
import io.nextline.core.fact.AdjuvantIci.Timing;
import io.nextline.core.fact.EndReason;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.Progression;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fact.TherapyHistory;
import io.nextline.core.fact.TreatmentSetting;
import io.nextline.core.fhir.FhirDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of adjuvant or consolidating ICI therapy (ruling 9.10): a relapse is a new metastasis, a clinical status of recurrence or
 * relapse, or a worsened disease status after surgery; it counts as progression on the ICI up to six months after the last dose.
 */
final class AdjuvantIciDeriver {

    private final Chart chart;
    private final List<RelapseEvents.Relapse> relapses;

    AdjuvantIciDeriver(Chart chart) {
        this.chart = chart;
        this.relapses = RelapseEvents.of(chart);
    }

    /** Returns the last such line and its course, or null if there is none. */
    @Nullable AdjuvantIci derive(TherapyHistory therapy) {
        LineOfTherapy found = null;
        for (LineOfTherapy line : therapy.lines()) {
            boolean adjuvant =
                    line.setting() == TreatmentSetting.ADJUVANT || line.setting() == TreatmentSetting.CONSOLIDATION;
            found = adjuvant && line.has("ICI") ? line : found;
        }
        return found == null ? null : of(found, lastDose(found, therapy));
    }

    /** Where a line has no dose on record, its end is the start of the next: no day to count from. */
    private static @Nullable FhirDate lastDose(LineOfTherapy line, TherapyHistory therapy) {
        FhirDate end = line.end();
        for (LineOfTherapy other : therapy.lines()) {
            if (end != null && !other.equals(line) && end.equals(other.start())) {
                return null;
            }
        }
        return end;
    }

    private AdjuvantIci of(LineOfTherapy line, @Nullable FhirDate last) {
        RelapseEvents.Relapse relapse = firstAfter(line.start());
        if (relapse == null) {
            return new AdjuvantIci(line, noRelapse(line), null, openTiming(), completed(line, false), null);
        }
        FhirDate date = relapse.date();
        boolean ongoing = line.endReason() == EndReason.ONGOING;
        Finding<Boolean> known = Finding.known(true, List.of(relapse.provenance()));
        if (date == null || (last == null && !ongoing)) {
            return new AdjuvantIci(line, known, date, openTiming(), completed(line, false), null);
        }
        if (last == null) {
            return new AdjuvantIci(
                    line,
                    known,
                    date,
                    Finding.known(Timing.DURING, List.of(relapse.provenance())),
                    completed(line, false),
                    null);
        }
        Timing earliest = timing(Dates.fewestDays(last, date));
        Finding<Timing> timing = earliest == timing(Dates.mostDays(last, date))
                ? Finding.known(earliest, List.of(relapse.provenance()))
                : openTiming();
        Integer days = last.isDay() && date.isDay() ? (int) Dates.days(last, date) : null;
        return new AdjuvantIci(line, known, date, timing, completed(line, earliest != Timing.DURING), days);
    }

    private Timing timing(long days) {
        if (days <= 0) {
            return Timing.DURING;
        }
        return days <= chart.profile().adjuvantWindowDays() ? Timing.WITHIN_WINDOW : Timing.AFTER_WINDOW;
    }

    private RelapseEvents.@Nullable Relapse firstAfter(@Nullable FhirDate start) {
        for (RelapseEvents.Relapse relapse : relapses) {
            boolean after = start == null
                    || relapse.date() == null
                    || relapse.date().earliest().isAfter(start.latest());
            if (after) {
                return relapse;
            }
        }
        return null;
    }

    private static Finding<Boolean> noRelapse(LineOfTherapy line) {
        Progression progression = line.progression().orNull();
        if (progression != null && progression.grade() == Progression.Grade.NONE && progression.date() != null) {
            List<Provenance> provenance = line.progression().fold(Finding.Known::provenance, open -> List.of());
            return Finding.known(false, provenance);
        }
        return Finding.unknown(MissingFact.PROGRESSION, "whether the cancer came back after the adjuvant therapy");
    }

    private static Finding<Timing> openTiming() {
        return Finding.unknown(MissingFact.PROGRESSION_DATE, "the dates of the last adjuvant dose and of the relapse");
    }

    /** A relapse seen after the last dose did not end the therapy, though the line is told as ended by progression. */
    private Finding<Boolean> completed(LineOfTherapy line, boolean relapsedLater) {
        return switch (line.endReason()) {
            case COMPLETED, PLANNED_STOP -> Finding.known(true, line.provenance());
            case TOXICITY, OTHER, ONGOING -> Finding.known(false, line.provenance());
            case PROGRESSION -> relapsedLater ? completedByDuration(line) : Finding.known(false, line.provenance());
            case SWITCHED, UNKNOWN -> completedByDuration(line);
        };
    }

    private Finding<Boolean> completedByDuration(LineOfTherapy line) {
        return lasted(line) >= chart.profile().adjuvantCompletedDays()
                ? Finding.known(true, line.provenance())
                : Finding.unknown(
                        MissingFact.THERAPY_SETTING, "whether the adjuvant therapy was given to its planned end");
    }

    private static long lasted(LineOfTherapy line) {
        return line.start() == null || line.end() == null ? 0 : Dates.days(line.start(), line.end());
    }
}
