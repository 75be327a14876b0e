package io.nextline.core.derive;

import io.nextline.core.fact.EndReason;
import io.nextline.core.fact.LineRule;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.Drug;
import io.nextline.core.vocabulary.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the record says of a long time between two uses of a drug: taken on, interrupted, or open. */
final class Interval {

    private static final String ICI = "ICI";

    /** Whether the drug was taken all the time. */
    enum Supply {
        /** An order or a statement in force covers it. */
        CONTINUOUS,
        /** An order without an end is no longer in force, and nothing says when it stopped. */
        OPEN,
        /** Nothing covers it. */
        BROKEN
    }

    private Interval() {}

    /** Returns what the line says of the time up to a use of one of its drugs. */
    static Supply between(LineDraft line, DrugUse use, List<DrugUse> all, Profile profile) {
        if (dosesDecide(line, use, all, profile)) {
            return Supply.BROKEN;
        }
        Supply supply = Supply.BROKEN;
        for (DrugUse earlier : line.uses()) {
            boolean withoutEnd = earlier.drug().equals(use.drug())
                    && earlier.end() == null
                    && earlier.givenness().compareTo(Givenness.STATED) >= 0
                    && earlier.stopReason() == null;
            if (withoutEnd && earlier.active()) {
                return Supply.CONTINUOUS;
            }
            supply = withoutEnd ? Supply.OPEN : supply;
        }
        return supply;
    }

    /**
     * Where doses or dispenses are on record on both sides, they say what was taken, whatever the orders leave open; for an infused drug
     * those before are enough.
     */
    private static boolean dosesDecide(LineDraft line, DrugUse use, List<DrugUse> all, Profile profile) {
        return hasDose(line.uses(), use.drug(), null, 0)
                && (use.drug().intravenous()
                        || hasDose(all, use.drug(), use.start(), profile.requestNearAdministrationDays()));
    }

    private static boolean hasDose(List<DrugUse> uses, Drug drug, @Nullable FhirDate near, int days) {
        for (DrugUse use : uses) {
            boolean dose = use.givenness() == Givenness.ADMINISTERED || use.givenness() == Givenness.DISPENSED;
            if (dose && use.drug().equals(drug) && use.start() != null) {
                if (near == null || Math.abs(Dates.days(near, use.start())) <= days) {
                    return true;
                }
            }
        }
        return false;
    }

    /** An ICI that was given for a year or two, and stopped for no other recorded reason, may have been stopped by plan. */
    static LineRule mayBePlanned(LineDraft line, Profile profile) {
        FhirDate start = line.start();
        FhirDate last = line.lastUseOf(ICI);
        boolean longEnough = start != null && last != null && Dates.days(start, last) >= profile.plannedIciStopDays();
        boolean otherReason = false;
        for (DrugUse use : line.uses()) {
            otherReason |= use.stopReason() != null
                    && use.stopReason() != EndReason.COMPLETED
                    && use.stopReason() != EndReason.PLANNED_STOP;
        }
        return longEnough && !otherReason ? LineRule.RECHALLENGE_AFTER_LONG_ICI : LineRule.RECHALLENGE;
    }
}
