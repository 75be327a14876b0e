package io.nextline.core.fact;

import io.nextline.core.vocabulary.Drug;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What the clinician has drafted. Only selected drafts are proposals; the other drafts and the active therapy may complete a
 * regimen but trigger nothing.
 *
 * @param drafts every drafted order that was understood, selected or not, in a stable order
 * @param activeDrugs drugs being given or taken now
 */
public record Proposal(List<DraftOrder> drafts, List<Drug> activeDrugs) {

    /** No draft at all. */
    public static final Proposal NONE = new Proposal(List.of(), List.of());

    /** Copies the lists. */
    public Proposal {
        drafts = List.copyOf(drafts);
        activeDrugs = List.copyOf(activeDrugs);
    }

    /** Returns the drugs of the selected drafts, sorted by name, each once. */
    public List<Drug> selectedDrugs() {
        TreeMap<String, Drug> byName = new TreeMap<>();
        for (DraftOrder draft : drafts) {
            if (draft.selected()) {
                draft.drugs().forEach(drug -> byName.put(drug.name(), drug));
            }
        }
        return List.copyOf(byName.values());
    }

    /** Returns the drugs that would be given together: all drafts and the active therapy, sorted by name, each once. */
    public List<Drug> regimen() {
        TreeMap<String, Drug> byName = new TreeMap<>();
        drafts.forEach(draft -> draft.drugs().forEach(drug -> byName.put(drug.name(), drug)));
        activeDrugs.forEach(drug -> byName.put(drug.name(), drug));
        return List.copyOf(byName.values());
    }

    /** Returns whether a selected draft belongs to a research study. */
    public boolean isResearchProtocol() {
        return drafts.stream().anyMatch(draft -> draft.selected() && draft.research());
    }

    /** Returns the selected drafts that hold the drug or a drug of the class. */
    public List<DraftOrder> selectedWith(String drugOrClass) {
        List<DraftOrder> found = new ArrayList<>();
        for (DraftOrder draft : drafts) {
            if (draft.selected() && draft.drugs().stream().anyMatch(drug -> drug.isA(drugOrClass))) {
                found.add(draft);
            }
        }
        return List.copyOf(found);
    }
}
