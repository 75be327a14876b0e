package io.nextline.core.derive;

import io.nextline.core.fact.EndReason;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.Progression;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.Drug;
import io.nextline.core.vocabulary.Profile;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How and when a line of therapy ended, or that it goes on. */
final class LineEnds {

    private final Profile profile;
    private final LocalDate asOf;

    LineEnds(Chart chart) {
        this.profile = chart.profile();
        this.asOf = chart.asOf();
    }

    /**
     * Returns the recorded reason for the end of the line, or null. A partner that was stopped early does not end the line; a reason
     * of progression counts whichever drug it stands with.
     */
    @Nullable EndReason recordedReason(LineDraft line) {
        EndReason found = null;
        for (DrugUse use : line.uses()) {
            EndReason reason = use.stopReason() == null || isRestarted(line, use) ? null : use.stopReason();
            if (reason == EndReason.PROGRESSION) {
                return reason;
            }
            boolean later = found == null || (reason != null && reason.compareTo(found) < 0);
            if (reason != null && later && stoppedWithTheLine(line, use.drug())) {
                found = reason;
            }
        }
        return found;
    }

    /** Returns whether the line ended for a reason that stands in the record and was not understood. */
    boolean hasUnreadReason(LineDraft line) {
        return line.uses().stream()
                .anyMatch(use -> use.reasonUnread() && !isRestarted(line, use) && stoppedWithTheLine(line, use.drug()));
    }

    /**
     * A drug that was held and given again later did not stop. Doses given under a stopped order are no restart; a later order is, but
     * where doses of an infused drug are on record, only one that is in force, was itself stopped, or follows a pause: the others come
     * with each dose.
     */
    private boolean isRestarted(LineDraft line, DrugUse stopped) {
        FhirDate stop = stopped.last();
        if (stop == null) {
            return false;
        }
        boolean openOrder = stopped.end() == null && stopped.givenness().compareTo(Givenness.STATED) >= 0;
        FhirDate dose = null;
        boolean paused = false;
        for (DrugUse use : line.uses()) {
            FhirDate day = use.start();
            if (day == null || !use.drug().equals(stopped.drug())) {
                continue;
            }
            boolean later = day.isSurelyAfter(stop.latest());
            if (use.givenness() == Givenness.ADMINISTERED) {
                paused |= later && dose != null && Dates.days(dose, day) > profile.administrationOngoingDays();
                dose = day;
            }
            if (later && (!openOrder || isOrderedAgain(use, dose == null || paused))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOrderedAgain(DrugUse use, boolean apartFromDoses) {
        return use.givenness().compareTo(Givenness.STATED) >= 0
                && (apartFromDoses || use.active() || use.stopReason() != null);
    }

    private boolean stoppedWithTheLine(LineDraft line, Drug drug) {
        FhirDate end = line.lastDose() != null ? line.lastDose() : line.lastUse();
        FhirDate own = line.lastUseOf(drug.name());
        boolean othersGoOn =
                line.uses().stream().anyMatch(use -> use.active() && !use.drug().equals(drug));
        return !othersGoOn && (end == null || own == null || Dates.days(own, end) <= profile.switchMaintenanceDays());
    }

    /** Returns the drugs of the latest line that are still being given or taken, sorted by name. */
    List<Drug> activeDrugs(LineDraft line, @Nullable EndReason reason, Finding<Progression> progression) {
        if (reason != null) {
            return List.of();
        }
        Progression known = progression.orNull();
        FhirDate progressed = known == null || !known.isProgression() ? null : known.date();
        return line.regimen().stream()
                .filter(drug -> isActive(line, drug, progressed))
                .toList();
    }

    private boolean isActive(LineDraft line, Drug drug, @Nullable FhirDate progressed) {
        List<DrugUse> uses = line.uses().stream()
                .filter(use -> use.drug().name().equals(drug.name()))
                .toList();
        boolean stopped = uses.stream().anyMatch(use -> use.stopReason() != null && !isRestarted(line, use));
        FhirDate lastGiven = uses.stream()
                .filter(use -> use.givenness() == Givenness.ADMINISTERED || use.givenness() == Givenness.DISPENSED)
                .map(DrugUse::last)
                .filter(Objects::nonNull)
                .reduce(null, Dates::later);
        // Doses that ended before progression was seen are not taken to go on; doses after it are.
        boolean recent = lastGiven != null
                && Dates.daysUntil(lastGiven, asOf) <= profile.administrationOngoingDays()
                && (progressed == null || lastGiven.latest().isAfter(progressed.latest()));
        boolean inForce = uses.stream().anyMatch(DrugUse::active);
        // An infusion order may stay active for ever: where doses are on record, they decide.
        boolean orderCounts = inForce && (lastGiven == null || !drug.intravenous() || recent);
        return !stopped && (recent || orderCounts);
    }

    /** Returns the last day of the line: the last dose on record, else the start of the next line; null while open. */
    @Nullable FhirDate end(LineDraft line, @Nullable LineDraft next) {
        FhirDate last = line.lastDose();
        FhirDate nextStart = next == null || !line.isSurelyBefore(next) ? null : next.start();
        if (last == null) {
            return nextStart;
        }
        boolean beyondNext =
                nextStart != null && last.isSurelyAfter(nextStart.latest().plusDays(profile.lineWindowDays()));
        return beyondNext ? nextStart : last;
    }
}
