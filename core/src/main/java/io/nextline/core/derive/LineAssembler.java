package io.nextline.core.derive;

import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.Drug;
import io.nextline.core.vocabulary.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Gathers drug uses into lines of therapy by the profile's rules: a window from the first dose makes the regimen; dropping a partner,
 * an exchange within a pair, a restart within the gap and maintenance keep the line; a new drug after the window, or the same
 * regimen after a long gap, opens the next one. Rules after the published algorithms compared in the project's notes on lines of
 * therapy (Meng 2020; JMIR Med Inform 2021;9:e29017; TLCR 2020;9:2460), parameters in {@code profile.json}.
 */
final class LineAssembler {

    private static final String VEGFR_TKI = "VEGFR-TKI";

    private final Profile profile;
    private final BiPredicate<FhirDate, FhirDate> progressedBetween;
    private final List<LineDraft> lines = new ArrayList<>();
    private List<DrugUse> uses = List.of();

    /**
     * Creates an assembler for one evaluation.
     *
     * @param progressedBetween whether progression is stated after the first and up to the second date
     */
    LineAssembler(Profile profile, BiPredicate<FhirDate, FhirDate> progressedBetween) {
        this.profile = profile;
        this.progressedBetween = progressedBetween;
    }

    /** Returns the lines in the order of time; uses without a date stand in lines of their own, first. */
    List<LineDraft> assemble(List<DrugUse> all) {
        uses = all.stream().sorted(DrugUse.ORDER).toList();
        for (int i = 0; i < uses.size(); i++) {
            DrugUse use = uses.get(i);
            if (use.start() != null) {
                place(use, use.start(), i);
            }
        }
        List<LineDraft> undated = new ArrayList<>();
        for (DrugUse use : uses) {
            if (use.start() == null) {
                placeUndated(use, undated);
            }
        }
        undated.addAll(lines);
        return undated;
    }

    private void place(DrugUse use, FhirDate day, int index) {
        LineDraft current = lines.isEmpty() ? null : lines.get(lines.size() - 1);
        if (current == null) {
            open("first anticancer drug on record", use);
        } else if (current.holds(use.drug())) {
            continueOrRechallenge(current, use, day);
        } else if (isTail(use, day, current, index)) {
            lines.get(lines.size() - 2).add(use);
        } else if (joins(current, use, day)) {
            current.add(use);
        } else {
            open("new drug after the window of the regimen", use);
        }
    }

    private void continueOrRechallenge(LineDraft current, DrugUse use, FhirDate day) {
        FhirDate last = current.lastUse();
        boolean longGap = last != null
                && Dates.fewestDays(last, day) > profile.lineGapDays()
                && !hasOpenOrder(current, use.drug());
        if (longGap) {
            open("same regimen again after a gap: rechallenge", use);
        } else {
            current.add(use);
        }
    }

    /** An oral drug that was ordered without an end may well have been taken all the time until the next order. */
    private static boolean hasOpenOrder(LineDraft line, Drug drug) {
        return line.uses().stream()
                .anyMatch(use -> use.drug().name().equals(drug.name())
                        && use.end() == null
                        && (use.givenness() == Givenness.ORDERED || use.givenness() == Givenness.STATED)
                        && use.stopReason() == null);
    }

    private boolean joins(LineDraft current, DrugUse use, FhirDate day) {
        FhirDate start = current.start();
        if (start == null) {
            return false;
        }
        long days = Dates.days(start, day);
        boolean tkiToIci = use.drug().isA(VEGFR_TKI) && current.has("ICI") && !current.has(VEGFR_TKI);
        return days <= (tkiToIci ? profile.tkiJoinsIciDays() : profile.lineWindowDays())
                || isExchange(current, use.drug())
                || isSwitchMaintenance(current, use, day)
                || continuesFromPreviousLine(current, use, day);
    }

    private boolean isExchange(LineDraft current, Drug drug) {
        return current.regimen().stream().anyMatch(other -> profile.isExchangeable(other.name(), drug.name()));
    }

    private boolean isSwitchMaintenance(LineDraft current, DrugUse use, FhirDate day) {
        FhirDate last = current.lastUse();
        FhirDate start = current.start();
        return last != null
                && start != null
                && profile.switchMaintenance().contains(use.drug().name())
                && current.has("platinum")
                && Dates.days(last, day) <= profile.switchMaintenanceDays()
                && !progressedBetween.test(start, day);
    }

    /** A drug of the line before that was never interrupted goes on beside the new one. */
    private boolean continuesFromPreviousLine(LineDraft current, DrugUse use, FhirDate day) {
        LineDraft previous = previous();
        FhirDate last = previous == null ? null : previous.lastUseOf(use.drug());
        return last != null
                && Dates.days(last, day) <= profile.administrationOngoingDays()
                && !sharesClassExclusively(current, use.drug());
    }

    /** The last doses of the old regimen may be dated just after the first of the new one. */
    private boolean isTail(DrugUse use, FhirDate day, LineDraft current, int index) {
        LineDraft previous = previous();
        FhirDate start = current.start();
        if (previous == null || start == null || !previous.holds(use.drug())) {
            return false;
        }
        boolean soon = Dates.days(start, day) <= profile.lineWindowDays();
        return soon && (sharesClassExclusively(current, use.drug()) || !goesOn(use.drug(), start, index));
    }

    private boolean goesOn(Drug drug, FhirDate lineStart, int index) {
        for (int i = index + 1; i < uses.size(); i++) {
            DrugUse later = uses.get(i);
            FhirDate day = later.start();
            if (day != null
                    && later.drug().name().equals(drug.name())
                    && Dates.days(lineStart, day) > profile.lineWindowDays()) {
                return true;
            }
        }
        return false;
    }

    private static boolean sharesClassExclusively(LineDraft current, Drug drug) {
        return drug.isA(VEGFR_TKI) && current.has(VEGFR_TKI);
    }

    private @Nullable LineDraft previous() {
        return lines.size() < 2 ? null : lines.get(lines.size() - 2);
    }

    private void placeUndated(DrugUse use, List<LineDraft> undated) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).holds(use.drug())) {
                lines.get(i).add(use);
                return;
            }
        }
        for (LineDraft line : undated) {
            if (line.holds(use.drug())) {
                line.add(use);
                return;
            }
        }
        LineDraft line = new LineDraft("no date on record");
        line.add(use);
        undated.add(line);
    }

    private void open(String rule, DrugUse use) {
        LineDraft line = new LineDraft(rule);
        line.add(use);
        lines.add(line);
    }
}
