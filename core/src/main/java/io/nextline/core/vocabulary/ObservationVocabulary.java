package io.nextline.core.vocabulary;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Coding;
import io.nextline.core.fhir.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Observations by kind, and laboratory units. An observation with a LOINC code that is not listed is none of ours; words are read
 * for local codes only.
 */
public final class ObservationVocabulary {

    private static final Map<String, ObservationKind> KINDS = Ids.by(ObservationKind.values(), ObservationKind::id);

    private final CodeSystems systems;
    private final ConceptTable<ObservationKind> table;
    private final Set<String> completeSystems;
    private final LabUnits units;

    ObservationVocabulary(CodeSystems systems, DataNode file, LabUnits units) {
        this.systems = systems;
        this.units = units;
        completeSystems = systems.known(file, "completeSystems");
        file.only(Set.of("codes", "completeSystems", "words", "rules", "negation"));
        table = new ConceptTable<>(
                systems, file, Set.of("kind"), row -> Ids.required(row, "kind", KINDS, ObservationKind.GENE));
    }

    /** Returns what was observed, or null if it is none of ours. */
    public @Nullable ObservationKind kindOf(@Nullable CodeableConcept code) {
        if (code == null) {
            return null;
        }
        ObservationKind found = table.byCodes(code);
        return found != null || isSettled(code) ? found : table.byWording(code);
    }

    private boolean isSettled(CodeableConcept code) {
        for (Coding coding : code.coding()) {
            if (coding.code() != null) {
                String system = systems.id(coding.system());
                if (system != null && completeSystems.contains(system)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Converts a laboratory value to the analyte's canonical unit.
     *
     * @return null if the unit is missing or not one of the analyte's, or the value is implausible in it; never a guess
     */
    public @Nullable LabValue normalise(ObservationKind kind, @Nullable BigDecimal value, @Nullable String unit) {
        return units.normalise(kind, value, unit);
    }

    /**
     * Converts a quantity. A quantity with a comparator is a bound, not a value, and gives null.
     *
     * @see #normalise(ObservationKind, BigDecimal, String)
     */
    public @Nullable LabValue normalise(ObservationKind kind, Quantity quantity) {
        if (quantity.comparator() != null) {
            return null;
        }
        LabValue coded = units.normalise(kind, quantity.value(), quantity.code());
        return coded != null ? coded : units.normalise(kind, quantity.value(), quantity.unit());
    }

    /** Returns what one of a unit is in the analyte's canonical unit; null for a unit that is missing or not one of the analyte's. */
    public @Nullable BigDecimal factor(ObservationKind kind, @Nullable String unit) {
        return units.factor(kind, unit);
    }

    /** Returns the canonical unit of an analyte in UCUM, or null if it is no laboratory value. */
    public @Nullable String canonicalUnit(ObservationKind kind) {
        return units.canonical(kind);
    }
}
