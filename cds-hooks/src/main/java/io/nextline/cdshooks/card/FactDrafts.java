package io.nextline.cdshooks.card;

import io.nextline.core.criterion.Truth;
import io.nextline.core.evidence.CardPlan;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.RankedGap;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.Provenance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one suggestion of a card with an open question: to record the missing fact that would decide most of it. */
final class FactDrafts {

    private static final Pattern CONDITION = Pattern.compile("Condition/[A-Za-z0-9\\-.]{1,64}");

    private static final Map<MissingFact, ObservationDraft.Kind> KINDS = Map.of(
            MissingFact.PERFORMANCE_STATUS, ObservationDraft.Kind.ECOG,
            MissingFact.PROGRESSION, ObservationDraft.Kind.DISEASE_STATUS,
            MissingFact.STAGE, ObservationDraft.Kind.STAGE);

    private FactDrafts() {}

    /** Returns the suggestion; none where nothing that could be recorded so would decide a statement of the card. */
    static List<Suggestion> of(EvidenceReport report, CardPlan plan, String patient, String uuid) {
        Set<String> open = plan.statements().stream()
                .filter(outcome -> outcome.applies() == Truth.UNKNOWN)
                .map(outcome -> outcome.statement().id())
                .collect(Collectors.toSet());
        Optional<ObservationDraft.Kind> kind = report.missing().stream()
                .filter(gap -> gap.decides().stream().anyMatch(open::contains))
                .map(RankedGap::fact)
                .filter(KINDS::containsKey)
                .findFirst()
                .map(KINDS::get);
        return kind.stream()
                .map(wanted -> suggestion(wanted, patient, focus(report, wanted), uuid))
                .toList();
    }

    private static Suggestion suggestion(
            ObservationDraft.Kind kind, String patient, @Nullable String focus, String uuid) {
        String what = switch (kind) {
            case ECOG -> "ECOG performance status";
            case DISEASE_STATUS -> "status of the cancer";
            case STAGE -> "stage of the cancer";
        };
        ObservationDraft draft = new ObservationDraft(kind, "Patient/" + patient, focus);
        CreateAction action =
                new CreateAction("Opens an observation without a value, for you to fill in: " + what, draft);
        return new Suggestion(uuid, "Record the " + what, List.of(action));
    }

    /** An observation of the cancer names it where the record has exactly one condition for it. */
    private static @Nullable String focus(EvidenceReport report, ObservationDraft.Kind kind) {
        List<String> conditions = report.facts().diagnosis().provenance().stream()
                .map(Provenance::reference)
                .filter(reference -> CONDITION.matcher(reference).matches())
                .distinct()
                .toList();
        return kind == ObservationDraft.Kind.ECOG || conditions.size() != 1 ? null : conditions.get(0);
    }
}
