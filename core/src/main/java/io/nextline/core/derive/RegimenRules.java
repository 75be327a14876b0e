package io.nextline.core.derive;

import io.nextline.core.fact.LineRule;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.Drug;
import io.nextline.core.vocabulary.Profile;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Which drugs that are new to a line join it all the same, and how surely. Confined to one evaluation. */
final class RegimenRules {

    private static final String ICI = "ICI";
    private static final String VEGFR_TKI = "VEGFR-TKI";
    private static final String PLATINUM = "platinum";
    private static final int DAYS_OF_A_MONTH = 31;

    private final Profile profile;
    private final BiPredicate<FhirDate, FhirDate> progressedBetween;
    private final List<DrugUse> uses;

    /**
     * Creates the rules for one evaluation.
     *
     * @param progressedBetween whether progression is stated after the first and up to the second date
     * @param uses all uses in their order
     */
    RegimenRules(Profile profile, BiPredicate<FhirDate, FhirDate> progressedBetween, List<DrugUse> uses) {
        this.profile = profile;
        this.progressedBetween = progressedBetween;
        this.uses = uses;
    }

    /** Returns the rule by which a drug that the line does not hold joins it, or null if it opens the next line. */
    @Nullable LineRule joins(LineDraft current, @Nullable LineDraft previous, DrugUse use, int index) {
        FhirDate start = current.start();
        FhirDate day = use.start();
        if (start == null || day == null) {
            return null;
        }
        if (isExchange(current, use.drug(), day, index)) {
            return LineRule.EXCHANGE;
        }
        if (continuesFromPrevious(current, previous, use.drug(), day)) {
            return LineRule.CARRIED_OVER;
        }
        long days = Dates.days(start, day);
        if (days <= profile.lineWindowDays()) {
            return LineRule.WINDOW;
        }
        if (days <= profile.tkiJoinsIciDays() && isTkiToIci(current, use.drug())) {
            return LineRule.STAGGERED_TKI;
        }
        return isSwitchMaintenance(current, use.drug(), start, day) ? LineRule.SWITCH_MAINTENANCE : null;
    }

    /** Returns whether another reading of the dates would have decided otherwise whether the drug joins. */
    boolean isOpenByDates(LineDraft current, DrugUse use, @Nullable LineRule joined) {
        FhirDate start = current.start();
        FhirDate day = use.start();
        if (start == null || day == null || (start.isDay() && day.isDay()) || isSameMonth(start, day)) {
            return false;
        }
        int limit = isTkiToIci(current, use.drug()) ? profile.tkiJoinsIciDays() : profile.lineWindowDays();
        if (joined == LineRule.WINDOW || joined == LineRule.STAGGERED_TKI) {
            return Dates.mostDays(start, day) > limit || Dates.fewestDays(start, day) < -limit;
        }
        return joined == null && Dates.fewestDays(start, day) <= limit;
    }

    /** Returns whether the drug may have been given before the line began, too. */
    boolean isOrderOpen(LineDraft current, DrugUse use) {
        FhirDate start = current.start();
        FhirDate day = use.start();
        return start != null
                && day != null
                && !isSameMonth(start, day)
                && Dates.fewestDays(start, day) < -profile.lineWindowDays();
    }

    /** Drugs of one regimen are dated by the same month where only months are known. */
    private static boolean isSameMonth(FhirDate start, FhirDate day) {
        return Math.max(Dates.mostDays(start, day), -Dates.fewestDays(start, day)) < DAYS_OF_A_MONTH;
    }

    private static boolean isTkiToIci(LineDraft current, Drug drug) {
        return drug.isA(VEGFR_TKI) && current.has(ICI) && !current.has(VEGFR_TKI);
    }

    /** An exchange is for tolerance or supply: soon, before any progression, and with nothing else new beside it. */
    private boolean isExchange(LineDraft current, Drug drug, FhirDate day, int index) {
        FhirDate start = current.start();
        for (Drug other : current.regimen()) {
            if (profile.isExchangeable(other.name(), drug.name())) {
                FhirDate last = current.lastUseOf(other.name());
                return last != null
                        && start != null
                        && Dates.days(last, day) <= profile.lineGapDays()
                        && !progressedBetween.test(start, day)
                        && !opensWithAnother(current, day, index);
            }
        }
        return false;
    }

    private boolean opensWithAnother(LineDraft current, FhirDate day, int index) {
        for (int i = index + 1; i < uses.size(); i++) {
            DrugUse other = uses.get(i);
            if (other.start() == null || !other.start().equals(day)) {
                return false;
            }
            boolean opens = !current.holds(other.drug())
                    && !other.drug().equals(uses.get(index).drug())
                    && joins(current, null, other, i) == null;
            if (opens) {
                return true;
            }
        }
        return false;
    }

    private boolean isSwitchMaintenance(LineDraft current, Drug drug, FhirDate start, FhirDate day) {
        if (!profile.switchMaintenance().contains(drug.name())) {
            return false;
        }
        FhirDate last = current.lastUseOf(PLATINUM);
        return last != null
                && Dates.days(last, day) <= profile.switchMaintenanceDays()
                && !progressedBetween.test(start, day);
    }

    /** A drug of the line before that was never interrupted goes on beside the new one. */
    private boolean continuesFromPrevious(LineDraft current, @Nullable LineDraft previous, Drug drug, FhirDate day) {
        FhirDate last = previous == null ? null : previous.lastUseOf(drug.name());
        return last != null && Dates.days(last, day) <= profile.administrationOngoingDays() && !replaces(current, drug);
    }

    /** Returns whether the use is a last dose of the old regimen that is dated just after the first of the new one. */
    boolean isLateDose(DrugUse use, FhirDate day, LineDraft previous, LineDraft current, int index) {
        FhirDate start = current.start();
        FhirDate last = previous.lastUseOf(use.drug().name());
        if (start == null || last == null || Dates.days(last, day) > profile.lineGapDays()) {
            return false;
        }
        boolean soon = Dates.days(start, day) <= profile.lineWindowDays();
        return soon && (replaces(current, use.drug()) || !goesOn(use.drug(), start, index));
    }

    private boolean goesOn(Drug drug, FhirDate lineStart, int index) {
        for (int i = index + 1; i < uses.size(); i++) {
            DrugUse later = uses.get(i);
            FhirDate day = later.start();
            if (day != null && later.drug().equals(drug) && Dates.days(lineStart, day) > profile.lineWindowDays()) {
                return true;
            }
        }
        return false;
    }

    private static boolean replaces(LineDraft current, Drug drug) {
        return drug.isA(VEGFR_TKI) && current.has(VEGFR_TKI);
    }
}
