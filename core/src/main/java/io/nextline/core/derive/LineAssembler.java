package io.nextline.core.derive;

import io.nextline.core.fact.LineRule;
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
 * regimen after a long gap, opens the next one. Where dates are too coarse to apply a rule, the line notes that it may be one with the
 * line before or hide another. Rules after the published algorithms compared in the project's notes on lines of
 * therapy (Meng 2020; JMIR Med Inform 2021;9:e29017; TLCR 2020;9:2460), parameters in {@code profile.json}.
 */
final class LineAssembler {

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
        List<DrugUse> sorted = new ArrayList<>(all);
        sorted.sort(DrugUse.ORDER);
        uses = sorted;
        RegimenRules rules = new RegimenRules(profile, progressedBetween, uses);
        for (int i = 0; i < uses.size(); i++) {
            DrugUse use = uses.get(i);
            if (use.start() != null) {
                place(use, use.start(), i, rules);
            }
        }
        List<LineDraft> undated = new ArrayList<>();
        for (DrugUse use : uses) {
            if (use.start() == null) {
                placeUndated(use, undated);
            }
        }
        LineMarks.note(lines, profile);
        undated.addAll(lines);
        return undated;
    }

    private void place(DrugUse use, FhirDate day, int index, RegimenRules rules) {
        LineDraft current = lines.isEmpty() ? null : lines.get(lines.size() - 1);
        LineDraft previous = lines.size() < 2 ? null : lines.get(lines.size() - 2);
        if (current == null) {
            open(LineRule.FIRST_ON_RECORD, use);
        } else if (current.holds(use.drug())) {
            continueOrRechallenge(current, use, day);
        } else if (previous != null && rules.isLateDose(use, day, previous, current, index)) {
            previous.add(use);
            previous.note(LineRule.LATE_DOSE);
        } else {
            joinOrOpen(current, previous, use, index, rules);
        }
    }

    private void joinOrOpen(
            LineDraft current, @Nullable LineDraft previous, DrugUse use, int index, RegimenRules rules) {
        LineRule joined = rules.joins(current, previous, use, index);
        boolean open = rules.isOpenByDates(current, use, joined);
        boolean orderOpen = rules.isOrderOpen(current, use);
        if (joined != null) {
            markReuse(current, use.drug(), joined);
            current.add(use);
            current.note(joined);
            if (open) {
                current.mayHideAnother();
            }
        } else {
            LineDraft line = open(LineRule.NEW_DRUG, use);
            if (open) {
                line.mayBeOneWithThePrevious();
            }
        }
        if (orderOpen) {
            current.leaveOrderOpen();
        }
    }

    private void continueOrRechallenge(LineDraft current, DrugUse use, FhirDate day) {
        FhirDate last = current.lastUse();
        if (last == null || Dates.fewestDays(last, day) <= 0 || Dates.mostDays(last, day) <= profile.lineGapDays()) {
            current.add(use);
            return;
        }
        Interval.Supply supply = Interval.between(current, use, uses, profile);
        if (supply == Interval.Supply.BROKEN && Dates.fewestDays(last, day) > profile.lineGapDays()) {
            open(Interval.mayBePlanned(current, profile), use);
            return;
        }
        current.add(use);
        if (supply != Interval.Supply.CONTINUOUS) {
            current.mayHideAnother();
        }
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
        LineDraft line = new LineDraft(LineRule.UNDATED);
        line.add(use);
        undated.add(line);
    }

    private LineDraft open(LineRule rule, DrugUse use) {
        LineDraft line = new LineDraft(rule);
        lines.add(line);
        if (rule == LineRule.NEW_DRUG) {
            markReuse(line, use.drug(), rule);
        }
        line.add(use);
        return line;
    }

    /** A drug that an earlier line held already is given again, after another line. */
    private void markReuse(LineDraft line, Drug drug, LineRule joined) {
        if (joined == LineRule.CARRIED_OVER || line.isRechallenge()) {
            return;
        }
        for (int i = 0; i < lines.size() - 1; i++) {
            if (lines.get(i).holds(drug)) {
                line.note(LineRule.REUSED_DRUG);
                return;
            }
        }
    }
}
