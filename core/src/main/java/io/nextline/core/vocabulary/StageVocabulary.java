package io.nextline.core.vocabulary;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Coding;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stages: groups ({@code IVA}, {@code Stage 3C}), TNM categories ({@code cM1}, {@code pT3a N0 M0}) and words ("metastatic").
 * Stage IV with M0 is locally advanced (a T4 kidney tumour); T1 to T3 or M0 alone say nothing about spread.
 */
public final class StageVocabulary {

    private static final Map<String, Spread> SPREADS = Ids.byName(Spread.values());

    private final CodeSystems systems;
    private final ConceptTable<StageValue> table;
    private final Set<String> textSystems;
    private final Set<String> keywords;

    StageVocabulary(CodeSystems systems, DataNode file) {
        this.systems = systems;
        file.only(Set.of("codes", "systemsOfWrittenStages", "keywords", "words", "rules", "negation"));
        table = new ConceptTable<>(systems, file, Set.of("group", "t", "n", "m", "spread"), StageVocabulary::row);
        textSystems = systems.known(file, "systemsOfWrittenStages");
        keywords = Set.copyOf(file.texts("keywords"));
    }

    private static StageValue row(DataNode row) {
        StageReading reading = new StageReading();
        reading.group = row.textOrNull("group");
        reading.t = row.textOrNull("t");
        reading.n = row.textOrNull("n");
        reading.m = row.textOrNull("m");
        Spread spread = Ids.optional(row, "spread", SPREADS);
        return reading.value(spread, "");
    }

    /** Reads a stage from a concept: known codes, written stages used as codes, then wording; null if there is none. */
    public @Nullable StageValue parse(@Nullable CodeableConcept concept) {
        if (concept == null) {
            return null;
        }
        for (Coding coding : concept.coding()) {
            StageValue found = byCoding(coding);
            if (found != null) {
                return found;
            }
        }
        StageValue found = parse(concept.text());
        for (int i = 0; found == null && i < concept.coding().size(); i++) {
            found = parse(concept.coding().get(i).display());
        }
        return found;
    }

    private @Nullable StageValue byCoding(Coding coding) {
        StageValue listed = table.byCode(coding);
        if (listed != null) {
            String matched = coding.system() + "|" + coding.code();
            return new StageValue(listed.group(), listed.t(), listed.n(), listed.m(), listed.spread(), matched);
        }
        String system = systems.id(coding.system());
        return coding.code() != null && (system == null || textSystems.contains(system))
                ? written(coding.code(), coding.system() + "|" + coding.code())
                : null;
    }

    /** Reads a stage from a text, or null if it states none. */
    public @Nullable StageValue parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        StageValue written = written(text, "text");
        if (written != null) {
            return written;
        }
        StageValue worded = table.byText(text);
        return worded == null
                ? null
                : new StageValue(worded.group(), worded.t(), worded.n(), worded.m(), worded.spread(), "text");
    }

    private @Nullable StageValue written(String text, String matched) {
        StageReading reading = new StageReading();
        reading.read(text, keywords);
        return reading.isEmpty() ? null : reading.value(null, matched);
    }
}
