package io.nextline.core.derive;

import io.nextline.core.fact.LineRule;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.Drug;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A line of therapy while its uses are being gathered. Confined to one evaluation. */
final class LineDraft {

    private final List<DrugUse> uses = new ArrayList<>();
    private final TreeMap<String, Drug> regimen = new TreeMap<>();
    private final EnumSet<LineRule> rules;
    private @Nullable FhirDate start;
    private @Nullable FhirDate lastUse;
    private @Nullable FhirDate lastDose;
    private boolean surelyApart = true;
    private int hidden;
    private boolean orderOpen;

    LineDraft(LineRule opening) {
        rules = EnumSet.of(opening);
    }

    /** Adds a use; its drug becomes part of the regimen. */
    void add(DrugUse use) {
        uses.add(use);
        regimen.put(use.drug().name(), use.drug());
        start = Dates.first(start, use.start());
        lastUse = Dates.last(lastUse, use.last());
        boolean showsDose = use.givenness() == Givenness.ADMINISTERED
                || use.givenness() == Givenness.DISPENSED
                || use.end() != null;
        if (showsDose) {
            lastDose = Dates.last(lastDose, use.last());
        }
    }

    /** Notes a rule that kept or marked the line. */
    void note(LineRule rule) {
        rules.add(rule);
    }

    /** Notes that a line taken for the same regimen again holds a new drug: that drug opened it. */
    void openedByNewDrug() {
        rules.remove(LineRule.RECHALLENGE);
        rules.remove(LineRule.RECHALLENGE_AFTER_LONG_ICI);
        rules.add(LineRule.NEW_DRUG);
        rules.add(LineRule.REUSED_DRUG);
    }

    /** Returns whether it gives the regimen of the line before again, or part of it, after a gap. */
    boolean isRechallenge() {
        return rules.contains(LineRule.RECHALLENGE) || rules.contains(LineRule.RECHALLENGE_AFTER_LONG_ICI);
    }

    /** Returns the rules noted so far, as a copy that may be added to. */
    EnumSet<LineRule> rules() {
        return rules.clone();
    }

    /** Notes that dates leave open whether this line is one with the line before it. */
    void mayBeOneWithThePrevious() {
        surelyApart = false;
    }

    /** Returns whether it is a line apart from the one before by every reading of the dates. */
    boolean isSurelyApart() {
        return surelyApart;
    }

    /** Notes that dates leave open whether a use that was added opened a line of its own. */
    void mayHideAnother() {
        hidden++;
    }

    /** Returns how many further lines its uses may hide. */
    int hidden() {
        return hidden;
    }

    /** Notes that dates do not put its drugs, or it and the line before, in order. */
    void leaveOrderOpen() {
        orderOpen = true;
    }

    /** Returns whether dates leave the order of its drugs open. */
    boolean isOrderOpen() {
        return orderOpen;
    }

    /** Returns the first day of the line, or null if nothing in it is dated. */
    @Nullable FhirDate start() {
        return start;
    }

    /** Returns whether dates leave no doubt that it began before, or on the first day of, another line. */
    boolean isSurelyBefore(LineDraft next) {
        return start != null && next.start != null && Dates.fewestDays(start, next.start) >= 0;
    }

    /** Returns the last day that any use speaks of. */
    @Nullable FhirDate lastUse() {
        return lastUse;
    }

    /** Returns the last day of which a dose, a dispense or an end is on record; an order's own date is none. */
    @Nullable FhirDate lastDose() {
        return lastDose;
    }

    List<Drug> regimen() {
        return List.copyOf(regimen.values());
    }

    boolean holds(Drug drug) {
        return regimen.containsKey(drug.name());
    }

    boolean has(String drugOrClass) {
        for (Drug drug : regimen.values()) {
            if (drug.isA(drugOrClass)) {
                return true;
            }
        }
        return false;
    }

    List<DrugUse> uses() {
        return uses;
    }

    /** Returns the last day that any use of one drug, or of a drug of that class, speaks of, or null. */
    @Nullable FhirDate lastUseOf(String drugOrClass) {
        FhirDate last = null;
        for (DrugUse use : uses) {
            if (use.drug().isA(drugOrClass)) {
                last = Dates.last(last, use.last());
            }
        }
        return last;
    }

    List<Provenance> provenance() {
        return uses.stream()
                .map(DrugUse::provenance)
                .sorted(Provenance.ORDER)
                .distinct()
                .toList();
    }
}
