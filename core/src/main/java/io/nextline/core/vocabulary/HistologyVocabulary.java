package io.nextline.core.vocabulary;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Coding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Histologies. A morphology code means a histology only together with the organ (8310/3 is clear cell carcinoma of many organs),
 * so the cancer's type must be given; without it a code decides nothing. "Not otherwise specified" is read as not stated.
 */
public final class HistologyVocabulary {

    private static final int MORPHOLOGY_LENGTH = "8000/0".length();

    private final Map<String, ConceptTable<HistologyCode>> byCancer = new HashMap<>();

    private final Map<String, Set<String>> narrower = new HashMap<>();
    private final SortedSet<String> ids = new TreeSet<>();

    HistologyVocabulary(CodeSystems systems, DataNode file) {
        file.only(Set.of("sections"));
        for (DataNode section : file.list("sections")) {
            section.only(Set.of("cancers", "codes", "words", "rules", "negation", "narrower"));
            ConceptTable<HistologyCode> table =
                    new ConceptTable<>(systems, section, Set.of("histology", "sarcomatoid", "cancerType"), this::row);
            for (String type : section.texts("cancers")) {
                byCancer.put(type, table);
            }
            DataNode broad = section.get("narrower");
            for (String histology : broad.fields().keySet()) {
                narrower.put(histology, Set.copyOf(broad.texts(histology)));
            }
        }
    }

    private HistologyCode row(DataNode row) {
        String histology = row.textOrNull("histology");
        if (histology != null) {
            ids.add(histology);
        }
        return new HistologyCode(histology, row.flag("sarcomatoid"), row.textOrNull("cancerType"), false, "");
    }

    /** Returns the ids of every histology that a record can be found to state, sorted. */
    public List<String> ids() {
        return List.copyOf(ids);
    }

    /**
     * Returns the histology that a concept states for a cancer of this type.
     *
     * @param concept a morphology code, a diagnosis, or words
     * @param cancerType the cancer's type as {@link DiagnosisCode#type()}
     * @return null if nothing is stated or the type has no histologies here
     */
    public @Nullable HistologyCode classify(@Nullable CodeableConcept concept, @Nullable String cancerType) {
        ConceptTable<HistologyCode> table = cancerType == null ? null : byCancer.get(cancerType);
        if (table == null || concept == null) {
            return null;
        }
        HistologyCode coded = null;
        for (Coding coding : concept.coding()) {
            HistologyCode found = byCode(table, coding);
            if (found != null) {
                coded = coded == null ? found : combine(coded, found);
            }
        }
        HistologyCode worded = byWording(table, concept);
        if (coded == null) {
            return worded;
        }
        return worded == null ? coded : combine(coded, worded);
    }

    /** Returns the histology that a text states for a cancer of this type, or null. */
    public @Nullable HistologyCode classify(@Nullable String text, @Nullable String cancerType) {
        ConceptTable<HistologyCode> table = cancerType == null ? null : byCancer.get(cancerType);
        return table == null ? null : byText(table, text);
    }

    private static @Nullable HistologyCode byCode(ConceptTable<HistologyCode> table, Coding coding) {
        HistologyCode found = table.byCode(coding);
        String code = coding.code();
        if (found == null && code != null && code.length() > MORPHOLOGY_LENGTH) {
            int from = code.charAt(0) == 'M' ? 1 : 0;
            if (code.length() >= from + MORPHOLOGY_LENGTH && code.indexOf('/') == from + MORPHOLOGY_LENGTH - 2) {
                String bare = code.substring(from, from + MORPHOLOGY_LENGTH);
                found = table.byCode(new Coding(coding.system(), bare, null));
            }
        }
        return found == null ? null : with(found, coding.system() + "|" + code);
    }

    private @Nullable HistologyCode byWording(ConceptTable<HistologyCode> table, CodeableConcept concept) {
        HistologyCode found = byText(table, concept.text());
        for (Coding coding : concept.coding()) {
            String display = coding.display();
            HistologyCode more = display == null || display.equals(concept.text()) ? null : byText(table, display);
            if (more != null) {
                found = found == null ? more : combine(found, more);
            }
        }
        return found;
    }

    private @Nullable HistologyCode byText(ConceptTable<HistologyCode> table, @Nullable String text) {
        List<HistologyCode> all = new ArrayList<>(table.allByText(text));
        HistologyCode found = null;
        for (HistologyCode each : all) {
            found = found == null ? with(each, "text") : combine(found, each);
        }
        return found;
    }

    private static HistologyCode with(HistologyCode found, String matched) {
        return new HistologyCode(found.histology(), found.sarcomatoid(), found.cancerType(), found.conflict(), matched);
    }

    /** Keeps the narrower of two, or else the first; fills in from the other, and notes when they differ. */
    private HistologyCode combine(HistologyCode first, HistologyCode second) {
        if (isNarrower(second.histology(), first.histology())) {
            return combine(second, first);
        }
        String histology = first.histology() != null ? first.histology() : second.histology();
        boolean differ = first.histology() != null
                && second.histology() != null
                && !first.histology().equals(second.histology())
                && !isNarrower(first.histology(), second.histology());
        return new HistologyCode(
                histology,
                first.sarcomatoid() || second.sarcomatoid(),
                first.cancerType() != null ? first.cancerType() : second.cancerType(),
                first.conflict() || second.conflict() || differ,
                first.matched());
    }

    private boolean isNarrower(@Nullable String histology, @Nullable String than) {
        return histology != null
                && than != null
                && narrower.getOrDefault(than, Set.of()).contains(histology);
    }
}
