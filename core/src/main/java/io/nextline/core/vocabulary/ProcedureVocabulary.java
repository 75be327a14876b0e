package io.nextline.core.vocabulary;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Coding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Procedures, from SNOMED CT, CPT and ICD-10-PCS codes and from words. */
public final class ProcedureVocabulary {

    private static final Map<String, ProcedureKind> KINDS = Ids.by(ProcedureKind.values(), ProcedureKind::id);
    private static final Map<String, Laterality> SIDES = Ids.byName(Laterality.values());

    private final ConceptTable<ProcedureCode> table;
    private final SiteVocabulary sites;

    ProcedureVocabulary(CodeSystems systems, DataNode file, SiteVocabulary sites) {
        this.sites = sites;
        file.only(Set.of("codes", "words", "rules", "negation"));
        table = new ConceptTable<>(systems, file, Set.of("kind", "site", "laterality"), ProcedureVocabulary::row);
    }

    private static ProcedureCode row(DataNode row) {
        return new ProcedureCode(
                Ids.required(row, "kind", KINDS, ProcedureKind.BIOPSY),
                row.textOrNull("site"),
                Ids.optional(row, "laterality", SIDES),
                "");
    }

    /**
     * Returns what a procedure is, or null if it is none of ours.
     *
     * @param code what was done
     * @param bodySite where, as given beside the code
     */
    public @Nullable ProcedureCode classify(@Nullable CodeableConcept code, List<CodeableConcept> bodySite) {
        if (code == null) {
            return null;
        }
        ProcedureCode coded = byCodes(code);
        if (coded != null) {
            return placed(coded, code, bodySite);
        }
        ProcedureCode worded = table.byWording(code);
        return worded == null ? null : placed(with(worded, "text"), code, bodySite);
    }

    private @Nullable ProcedureCode byCodes(CodeableConcept code) {
        ProcedureCode found = null;
        for (Coding coding : code.coding()) {
            ProcedureCode next = table.byCode(coding);
            if (next != null && (found == null || isGeneral(found.kind()))) {
                found = with(next, coding.system() + "|" + coding.code());
            }
        }
        return found;
    }

    /** Another coding of the same concept may say more than these. */
    private static boolean isGeneral(ProcedureKind kind) {
        return kind == ProcedureKind.NEPHRECTOMY || kind == ProcedureKind.RADIOTHERAPY;
    }

    private static ProcedureCode with(ProcedureCode found, String matched) {
        return new ProcedureCode(found.kind(), found.site(), found.laterality(), matched);
    }

    private ProcedureCode placed(ProcedureCode found, CodeableConcept code, List<CodeableConcept> bodySite) {
        String site = found.site();
        Laterality side = found.laterality();
        for (CodeableConcept where : bodySite) {
            BodySite place = sites.classify(where);
            if (place != null) {
                site = site == null ? place.id() : site;
                side = side == null ? place.laterality() : side;
            }
        }
        if (site == null) {
            List<BodySite> named = sites.classify(wording(code));
            site = named.isEmpty() ? null : named.get(0).id();
        }
        return new ProcedureCode(found.kind(), site, side == null ? sites.side(code) : side, found.matched());
    }

    private static @Nullable String wording(CodeableConcept code) {
        if (code.text() != null) {
            return code.text();
        }
        for (Coding coding : code.coding()) {
            if (coding.display() != null) {
                return coding.display();
            }
        }
        return null;
    }
}
