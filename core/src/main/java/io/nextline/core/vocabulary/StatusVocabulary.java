package io.nextline.core.vocabulary;

import io.nextline.core.fhir.CodeableConcept;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Disease status, reasons for stopping, and intent of therapy, from codes and from words. Codes decide; words that are taken back
 * ("no evidence of progression") say nothing. Words that name progression beside response or stability are undetermined.
 */
public final class StatusVocabulary {

    private static final Map<String, DiseaseStatus> STATUSES = Ids.byName(DiseaseStatus.values());
    private static final Map<String, StopReason> REASONS = Ids.byName(StopReason.values());
    private static final Map<String, TherapyIntent> INTENTS = Ids.byName(TherapyIntent.values());

    private final ConceptTable<DiseaseStatus> statuses;
    private final ConceptTable<StopReason> reasons;
    private final ConceptTable<TherapyIntent> intents;
    private final ReportVocabulary reports;

    StatusVocabulary(CodeSystems systems, DataNode file) {
        file.only(Set.of("diseaseStatus", "stopReason", "intent", "report"));
        statuses = new ConceptTable<>(
                systems,
                file.get("diseaseStatus"),
                Set.of("status"),
                row -> Ids.required(row, "status", STATUSES, DiseaseStatus.UNDETERMINED));
        reasons = new ConceptTable<>(
                systems,
                file.get("stopReason"),
                Set.of("reason"),
                row -> Ids.required(row, "reason", REASONS, StopReason.OTHER));
        intents = new ConceptTable<>(
                systems,
                file.get("intent"),
                Set.of("intent"),
                row -> Ids.required(row, "intent", INTENTS, TherapyIntent.PALLIATIVE));
        reports = new ReportVocabulary(file.get("report"));
    }

    /** Returns the words of reports. */
    public ReportVocabulary reports() {
        return reports;
    }

    /** Returns the disease status that the codes of a concept state, leaving its words aside; null if none. */
    public @Nullable DiseaseStatus codedStatus(CodeableConcept concept) {
        return statuses.byCodes(concept);
    }

    /** Returns the disease status that a concept states, or null. */
    public @Nullable DiseaseStatus diseaseStatus(@Nullable CodeableConcept concept) {
        return statuses.find(concept);
    }

    /** Returns the disease status that a text states, or null. */
    public @Nullable DiseaseStatus diseaseStatus(@Nullable String text) {
        return statuses.byText(text);
    }

    /** Returns the reason for stopping that a concept states, or null. */
    public @Nullable StopReason stopReason(@Nullable CodeableConcept concept) {
        return reasons.find(concept);
    }

    /** Returns the most telling of several reasons: progression, then toxicity, then the first; null if none is understood. */
    public @Nullable StopReason stopReason(List<CodeableConcept> concepts) {
        StopReason found = null;
        for (CodeableConcept concept : concepts) {
            StopReason next = reasons.find(concept);
            if (next != null && (found == null || next.compareTo(found) < 0)) {
                found = next;
            }
        }
        return found;
    }

    /** Returns the reason for stopping that a text states, or null. */
    public @Nullable StopReason stopReason(@Nullable String text) {
        return reasons.byText(text);
    }

    /** Returns the intent or setting that a concept states, or null. */
    public @Nullable TherapyIntent intent(@Nullable CodeableConcept concept) {
        return intents.find(concept);
    }

    /** Returns the intent or setting that a text states, or null. */
    public @Nullable TherapyIntent intent(@Nullable String text) {
        return intents.byText(text);
    }
}
