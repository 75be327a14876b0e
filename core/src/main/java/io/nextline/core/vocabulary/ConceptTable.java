package io.nextline.core.vocabulary;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Coding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Codes and wording of one kind of concept: the codes of all codings first, the words only if no code is listed.
 *
 * @param <T> the concept
 */
final class ConceptTable<T> {

    private static final Set<String> CODE_FIELDS = Set.of("system", "codes", "mark", "source", "note");

    private final Codes<T> codes;
    private final TextRules<T> text;

    /**
     * Reads the fields {@code codes}, {@code words}, {@code rules} and {@code negation} of a section.
     *
     * @param conceptFields the fields of a row that describe the concept
     * @param concept reads the concept of a row
     */
    ConceptTable(CodeSystems systems, DataNode section, Set<String> conceptFields, Function<DataNode, T> concept) {
        codes = new Codes<>(systems);
        Set<String> codeRow = union(CODE_FIELDS, conceptFields);
        Set<String> ruleRow = union(TextRules.FIELDS, conceptFields);
        for (DataNode row : section.list("codes")) {
            codes.add(row.only(codeRow), concept.apply(row));
        }
        text = new TextRules<>(section, row -> concept.apply(row.only(ruleRow)));
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> all = new HashSet<>(a);
        all.addAll(b);
        return all;
    }

    /** Returns what a coding means, or null if its code is not listed. */
    @Nullable T byCode(Coding coding) {
        return codes.find(coding);
    }

    /** Returns what the first listed code of a concept means, or null. */
    @Nullable T byCodes(CodeableConcept concept) {
        for (Coding coding : concept.coding()) {
            T found = codes.find(coding);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Returns what a text means, or null. */
    @Nullable T byText(@Nullable String wording) {
        return text.first(wording);
    }

    /** Returns everything that a text means, in the order of the rules. */
    List<T> allByText(@Nullable String wording) {
        return text.all(wording);
    }

    /** Returns what the text of a concept means, or else its displays. */
    @Nullable T byWording(CodeableConcept concept) {
        T found = text.first(concept.text());
        for (int i = 0; found == null && i < concept.coding().size(); i++) {
            String display = concept.coding().get(i).display();
            found = display == null || display.equals(concept.text()) ? null : text.first(display);
        }
        return found;
    }

    /** Returns what a concept means: by code, else by wording; null if neither says. */
    @Nullable T find(@Nullable CodeableConcept concept) {
        if (concept == null) {
            return null;
        }
        T found = byCodes(concept);
        return found != null ? found : byWording(concept);
    }
}
