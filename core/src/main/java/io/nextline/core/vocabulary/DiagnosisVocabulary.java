package io.nextline.core.vocabulary;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Coding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cancers, from the codes and wording of Conditions. All codings of a concept are read; the most specific one decides and the
 * others fill in what it leaves open; a contradiction is marked. Words decide only where no code is known, and otherwise add
 * histology, side and spread. ICD-10 knows no histology: its kidney codes give the type alone, its lung codes not even that.
 */
public final class DiagnosisVocabulary {

    /** The type of basal cell and squamous cell carcinoma of the skin, which are no second cancer worth naming. */
    public static final String NON_MELANOMA_SKIN = "non-melanoma-skin";

    /** The type of any cancer without a type of its own here, and of a metastasis whose origin is not stated. */
    public static final String OTHER = "other";

    private static final int ORGAN_ALONE = 1;
    private static final Map<String, DiagnosisKind> KINDS = Ids.byName(DiagnosisKind.values());
    private static final Map<String, Laterality> SIDES = Ids.byName(Laterality.values());
    private static final Set<String> FIELDS =
            Set.of("kind", "type", "histology", "laterality", "site", "origin", "specificity", "stage", "recurrence");

    private final CodeSystems systems;
    private final ConceptTable<DiagnosisCode> table;
    private final Set<String> completeSystems;
    private final Map<String, Set<String>> narrower = new HashMap<>();
    private final Map<String, Set<String>> yieldsTo = new HashMap<>();
    private final Map<String, String> organs = new HashMap<>();
    private final HistologyVocabulary histologies;
    private final SiteVocabulary sites;

    DiagnosisVocabulary(CodeSystems systems, DataNode file, HistologyVocabulary histologies, SiteVocabulary sites) {
        this.systems = systems;
        this.histologies = histologies;
        this.sites = sites;
        file.only(Set.of("codes", "types", "completeSystems", "words", "rules", "negation"));
        table = new ConceptTable<>(systems, file, FIELDS, DiagnosisVocabulary::row);
        completeSystems = systems.known(file, "completeSystems");
        for (Map.Entry<String, DataNode> type : file.get("types").fields().entrySet()) {
            DataNode node = type.getValue().only(Set.of("organ", "narrower", "yieldsTo"));
            narrower.put(type.getKey(), new HashSet<>(node.texts("narrower")));
            yieldsTo.put(type.getKey(), new HashSet<>(node.texts("yieldsTo")));
            String organ = node.textOrNull("organ");
            if (organ != null) {
                organs.put(type.getKey(), organ);
            }
        }
    }

    private static DiagnosisCode row(DataNode row) {
        var specificity = row.number("specificity");
        String type = row.textOrNull("type");
        String site = row.textOrNull("site");
        return new DiagnosisCode(
                Ids.required(row, "kind", KINDS, DiagnosisKind.UNSPECIFIC),
                type == null ? OTHER : type,
                row.textOrNull("histology"),
                Ids.optional(row, "laterality", SIDES),
                site == null ? List.of() : List.of(site),
                row.textOrNull("origin"),
                specificity == null ? 0 : specificity.intValue(),
                row.textOrNull("stage"),
                row.flag("recurrence"),
                false,
                "");
    }

    /** Returns what a concept says about a cancer, or null if it says nothing about any. */
    public @Nullable DiagnosisCode classify(@Nullable CodeableConcept concept) {
        if (concept == null) {
            return null;
        }
        DiagnosisCode coded = null;
        boolean settled = false;
        for (Coding coding : concept.coding()) {
            DiagnosisCode found = table.byCode(coding);
            if (found != null) {
                found = new Merge(found).matched(coding.system() + "|" + coding.code());
                coded = coded == null ? found : merge(coded, found);
            } else if (coding.code() != null) {
                String system = systems.id(coding.system());
                settled |= system != null && completeSystems.contains(system);
            }
        }
        if (coded == null && settled) {
            return null;
        }
        DiagnosisCode worded = byWording(concept);
        return coded == null ? worded : refine(coded, worded, concept);
    }

    /** Returns what a text says about a cancer, or null. */
    public @Nullable DiagnosisCode classify(@Nullable String text) {
        return text == null ? null : byWording(new CodeableConcept(List.of(), text));
    }

    private @Nullable DiagnosisCode byWording(CodeableConcept concept) {
        DiagnosisCode worded = table.byWording(concept);
        return worded == null ? null : complete(new Merge(worded).matched("text"), concept);
    }

    /** Puts together two codings of one concept. */
    private DiagnosisCode merge(DiagnosisCode a, DiagnosisCode b) {
        boolean aDecides = a.specificity() >= b.specificity();
        DiagnosisCode main = aDecides ? a : b;
        DiagnosisCode other = aDecides ? b : a;
        return new Merge(main).filledFrom(other, contradict(main, other));
    }

    /** Adds to what the codes say what the words say. */
    private DiagnosisCode refine(DiagnosisCode coded, @Nullable DiagnosisCode worded, CodeableConcept concept) {
        DiagnosisCode result = coded;
        if (worded != null) {
            if (worded.kind() == coded.kind() && yields(coded, worded)) {
                return new Merge(worded).unsettled(coded.matched());
            }
            result = worded.kind() == coded.kind() && isNarrower(worded.type(), coded.type())
                    ? new Merge(worded).filledFrom(coded, false)
                    : new Merge(coded).filledFrom(worded, contradict(coded, worded));
            result = new Merge(result).matched(coded.matched());
            if (coded.kind() == DiagnosisKind.PRIMARY
                    && worded.kind() == DiagnosisKind.SECONDARY
                    && result.stage() == null) {
                result = new Merge(result).stage("IV");
            }
        }
        return complete(result, concept);
    }

    /** Adds histology, side and metastatic sites from the words where they are still open. */
    private DiagnosisCode complete(DiagnosisCode code, CodeableConcept concept) {
        DiagnosisCode result = code;
        if (code.kind() == DiagnosisKind.SECONDARY && code.metastaticSites().isEmpty()) {
            result = new Merge(result).sites(sitesIn(concept, code.originType()));
        }
        if (code.kind() == DiagnosisKind.PRIMARY && code.laterality() == null && organs.containsKey(code.type())) {
            result = new Merge(result).laterality(sites.side(concept));
        }
        String type = code.originType() != null ? code.originType() : code.type();
        HistologyCode histology = histologies.classify(concept, type);
        return histology == null ? result : new Merge(result).histology(histology);
    }

    private List<String> sitesIn(CodeableConcept concept, @Nullable String origin) {
        List<String> found = new ArrayList<>();
        addSites(concept.text(), found);
        for (Coding coding : concept.coding()) {
            addSites(coding.display(), found);
        }
        if (origin != null) {
            found.remove(organs.get(origin));
        }
        return found;
    }

    private void addSites(@Nullable String text, List<String> to) {
        for (BodySite site : sites.classify(text)) {
            if (!to.contains(site.id())) {
                to.add(site.id());
            }
        }
    }

    private boolean isNarrower(String type, String than) {
        return narrower.getOrDefault(than, Set.of()).contains(type);
    }

    /** A code that names an organ alone is no longer sure beside words that name another cancer of it; a code of one cancer is. */
    private boolean yields(DiagnosisCode coded, DiagnosisCode worded) {
        return coded.specificity() <= ORGAN_ALONE
                && worded.specificity() > ORGAN_ALONE
                && yieldsTo.getOrDefault(coded.type(), Set.of()).contains(worded.type());
    }

    private boolean agree(String a, String b) {
        return a.equals(b) || isNarrower(a, b) || isNarrower(b, a);
    }

    private boolean contradict(DiagnosisCode a, DiagnosisCode b) {
        if (a.kind() == DiagnosisKind.UNSPECIFIC || b.kind() == DiagnosisKind.UNSPECIFIC) {
            return false;
        }
        if (a.kind() == DiagnosisKind.SECONDARY || b.kind() == DiagnosisKind.SECONDARY) {
            return secondaryContradicts(a, b);
        }
        boolean open = a.kind() != DiagnosisKind.PRIMARY
                && (a.type().equals(OTHER) || b.type().equals(OTHER));
        return a.kind() != b.kind() || !(open || agree(a.type(), b.type()));
    }

    /** A metastasis and a primary go together if the metastasis comes from that primary. */
    private boolean secondaryContradicts(DiagnosisCode a, DiagnosisCode b) {
        if (a.kind() == b.kind()) {
            return a.originType() != null && b.originType() != null && !agree(a.originType(), b.originType());
        }
        DiagnosisCode secondary = a.kind() == DiagnosisKind.SECONDARY ? a : b;
        DiagnosisCode primary = a.kind() == DiagnosisKind.SECONDARY ? b : a;
        String origin = secondary.originType();
        return primary.kind() != DiagnosisKind.PRIMARY || origin == null || !agree(origin, primary.type());
    }
}
