package io.nextline.core.vocabulary;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Coding;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Death, pregnancy, lactation and comfort care, by code and by words. Immutable and thread-safe. */
public final class CircumstanceVocabulary {

    private static final Map<String, Circumstance> IDS = Ids.by(Circumstance.values(), Circumstance::id);

    private final CodeSystems systems;
    private final ConceptTable<Circumstance> table;

    CircumstanceVocabulary(CodeSystems systems, DataNode file) {
        this.systems = systems;
        file.only(Set.of("codes", "words", "rules", "negation"));
        table = new ConceptTable<>(
                systems,
                file,
                Set.of("circumstance"),
                row -> Ids.required(row, "circumstance", IDS, Circumstance.ALIVE));
    }

    /** Returns what a concept says by its codes alone, or null. */
    public @Nullable Circumstance byCodes(@Nullable CodeableConcept concept) {
        return concept == null ? null : table.byCodes(concept);
    }

    /** Returns what a concept says by its codes, else by its words; null if it says nothing. */
    public @Nullable Circumstance find(@Nullable CodeableConcept concept) {
        return table.find(concept);
    }

    /** Returns what a problem says: by its codes, and by its words only where all of its codes are a site's own; null if nothing. */
    public @Nullable Circumstance ofProblem(CodeableConcept concept) {
        for (Coding coding : concept.coding()) {
            if (coding.code() != null && systems.id(coding.system()) != null) {
                return table.byCodes(concept);
            }
        }
        return table.find(concept);
    }

    /** Returns what a text says, or null. */
    public @Nullable Circumstance byText(String text) {
        return table.byText(text);
    }
}
