package io.nextline.cdshooks.card;

import io.nextline.core.evidence.CardPlan;
import io.nextline.core.evidence.Statement;
import io.nextline.core.fact.DraftOrder;
import io.nextline.core.fact.Proposal;
import io.nextline.core.trial.Arm;
import io.nextline.core.trial.Trial;
import io.nextline.core.vocabulary.Drug;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The one suggestion of a warning card: to remove the drafted drug that the evidence argues against. A drug that the control arm
 * received as well is not the one at issue, so its draft stays.
 */
final class DraftRemoval {

    private static final Pattern DRAFT = Pattern.compile("MedicationRequest/[A-Za-z0-9\\-.]{1,64}");

    private DraftRemoval() {}

    /** Returns the suggestion; none where no selected draft with an id holds such a drug. */
    static List<Suggestion> of(CardPlan plan, Proposal proposal, TrialTexts trials, String uuid) {
        Set<String> names = discouraged(plan.lead().statement(), trials);
        List<Action> actions = new ArrayList<>();
        Set<String> removed = new TreeSet<>();
        for (DraftOrder draft : proposal.drafts()) {
            List<String> found = draft.drugs().stream()
                    .map(Drug::name)
                    .filter(names::contains)
                    .toList();
            if (draft.selected()
                    && !found.isEmpty()
                    && DRAFT.matcher(draft.reference()).matches()) {
                actions.add(new DeleteAction(
                        "Removes the drafted order of " + String.join(" + ", found), draft.reference()));
                removed.addAll(found);
            }
        }
        return actions.isEmpty()
                ? List.of()
                : List.of(new Suggestion(uuid, "Remove the drafted " + String.join(" and ", removed), actions));
    }

    private static Set<String> discouraged(Statement statement, TrialTexts trials) {
        Set<String> added = new TreeSet<>(statement.drugs());
        for (String id : statement.trials()) {
            Trial trial = trials.trial(id);
            if (trial != null) {
                for (Arm arm : trial.arms()) {
                    if (arm.role() == Arm.Role.CONTROL) {
                        added.removeAll(arm.drugs());
                    }
                }
            }
        }
        return added.isEmpty() ? new TreeSet<>(statement.drugs()) : added;
    }
}
