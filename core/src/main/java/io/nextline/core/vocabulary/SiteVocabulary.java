package io.nextline.core.vocabulary;

import io.nextline.core.fhir.CodeableConcept;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Organs and regions of the body, from codes of sites and from words. */
public final class SiteVocabulary {

    private static final Map<String, Laterality> SIDES = Ids.byName(Laterality.values());

    private final SortedSet<String> ids = new TreeSet<>();
    private final ConceptTable<BodySite> sites;
    private final TextRules<Laterality> sides;

    SiteVocabulary(CodeSystems systems, DataNode file) {
        file.only(Set.of("codes", "words", "rules", "negation", "laterality"));
        sites = new ConceptTable<>(systems, file, Set.of("site", "intracranial", "laterality"), this::site);
        DataNode laterality = file.get("laterality");
        sides = new TextRules<>(laterality, row -> Ids.required(row, "laterality", SIDES, Laterality.BOTH));
    }

    private BodySite site(DataNode row) {
        String site = row.text("site");
        ids.add(site);
        return new BodySite(site, row.flag("intracranial"), Ids.optional(row, "laterality", SIDES));
    }

    /** Returns the ids of every site, sorted. */
    public List<String> ids() {
        return List.copyOf(ids);
    }

    /** Returns the site that a concept names, or null if it names none of ours. */
    public @Nullable BodySite classify(@Nullable CodeableConcept concept) {
        BodySite found = sites.find(concept);
        if (found == null || found.laterality() != null || concept == null) {
            return found;
        }
        Laterality side = side(concept);
        return side == null ? found : new BodySite(found.id(), found.intracranial(), side);
    }

    /** Returns all sites that a text names, in the order of the data. */
    public List<BodySite> classify(@Nullable String text) {
        return sites.allByText(text);
    }

    /** Returns the side that the wording of a concept names, or null. */
    @Nullable Laterality side(CodeableConcept concept) {
        Laterality side = sides.first(concept.text());
        for (int i = 0; side == null && i < concept.coding().size(); i++) {
            side = sides.first(concept.coding().get(i).display());
        }
        return side;
    }
}
