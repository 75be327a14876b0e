package io.nextline.core.derive;

import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.Drug;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A line of therapy while its uses are being gathered. Confined to one evaluation. */
final class LineDraft {

    private final String rule;
    private final List<DrugUse> uses = new ArrayList<>();
    private final TreeMap<String, Drug> regimen = new TreeMap<>();
    private @Nullable FhirDate start;
    private @Nullable FhirDate lastUse;
    private @Nullable FhirDate lastDose;

    LineDraft(String rule) {
        this.rule = rule;
    }

    /** Adds a use; its drug becomes part of the regimen. */
    void add(DrugUse use) {
        uses.add(use);
        regimen.put(use.drug().name(), use.drug());
        start = Dates.earlier(start, use.start());
        lastUse = Dates.later(lastUse, use.last());
        boolean showsDose = use.givenness() == Givenness.ADMINISTERED
                || use.givenness() == Givenness.DISPENSED
                || use.end() != null;
        if (showsDose) {
            lastDose = Dates.later(lastDose, use.last());
        }
    }

    String rule() {
        return rule;
    }

    /** Returns the first day of the line, or null if nothing in it is dated. */
    @Nullable FhirDate start() {
        return start;
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
        return regimen.values().stream().anyMatch(drug -> drug.isA(drugOrClass));
    }

    List<DrugUse> uses() {
        return uses;
    }

    /** Returns the last day that any use of one drug speaks of, or null. */
    @Nullable FhirDate lastUseOf(Drug drug) {
        FhirDate last = null;
        for (DrugUse use : uses) {
            if (use.drug().name().equals(drug.name())) {
                last = Dates.later(last, use.last());
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
