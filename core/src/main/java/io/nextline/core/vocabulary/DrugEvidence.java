package io.nextline.core.vocabulary;

import io.nextline.core.vocabulary.DrugRecognition.How;
import io.nextline.core.vocabulary.DrugRecognition.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the codes and words of one medication say, gathered before it is judged. Used by one thread for one medication. */
final class DrugEvidence implements PhraseScanner.Found<DrugTerm> {

    private static final DrugRecognition UNIDENTIFIED =
            new DrugRecognition(Outcome.UNIDENTIFIED, List.of(), DrugRecognition.Basis.NONE, false, null, null);

    private final PhraseTrie stems;
    private List<Drug> coded = List.of();
    private List<Drug> named = List.of();
    private List<Drug> takenBack = List.of();
    private List<Drug> branded = List.of();
    private @Nullable OtherUses otherUses;
    private How how = How.NONE;
    private @Nullable DrugCode byCode;
    private @Nullable String written;
    private How context = How.TEXT;
    private boolean routeOnly;
    private boolean blinded;
    private boolean studyDrug;
    private boolean legible;
    private boolean oncologyLike;
    private boolean contradicted;
    private @Nullable String product;

    DrugEvidence(PhraseTrie stems) {
        this.stems = stems;
    }

    /** Says where the next words stand. */
    void reading(How where, boolean routes) {
        context = where;
        routeOnly = routes;
    }

    /** Takes what a code means, and the code as it is written. */
    void code(DrugCode code, @Nullable String asWritten, boolean ingredient) {
        if (code.drugs().isEmpty()) {
            studyDrug = true;
            return;
        }
        coded = union(coded, code.drugs());
        if (code.otherUse()) {
            otherUse(new DrugTerm(DrugTerm.Kind.OTHER_USE_BRAND, code.drugs(), code.product()));
        }
        remark(code.product());
        How by = ingredient ? How.INGREDIENT : How.CODE;
        if (by.compareTo(how) < 0 || (by == how && byCode == null)) {
            byCode = code;
            written = asWritten;
        }
        reached(by);
    }

    /** Takes a code of a part of its system that holds no cancer drugs: it says as much as a legible name. */
    void otherMedication() {
        legible = true;
    }

    /** Takes a code of a part of its system that holds cancer drugs: a name beside it that nobody knows is one of them. */
    void cancerDrug() {
        oncologyLike = true;
    }

    /** Takes that two codes of one concept contradict each other. */
    void contradiction() {
        contradicted = true;
    }

    /** Takes a route by which drugs are not given against cancer. */
    void route(DrugCode code) {
        otherUse(new DrugTerm(DrugTerm.Kind.OTHER_USE_ROUTE, code.drugs(), code.product()));
    }

    private void otherUse(DrugTerm term) {
        OtherUses gathered = otherUses == null ? new OtherUses() : otherUses;
        gathered.add(term);
        otherUses = gathered;
    }

    @Override
    public void phrase(List<DrugTerm> meanings, boolean negated) {
        for (DrugTerm term : meanings) {
            if (routeOnly) {
                if (term.kind() == DrugTerm.Kind.OTHER_USE_ROUTE && !negated) {
                    otherUse(term);
                }
            } else {
                take(term, negated);
            }
        }
    }

    private void take(DrugTerm term, boolean negated) {
        switch (term.kind()) {
            case NAME, BRAND, OTHER_USE_BRAND -> name(term, negated);
            case OTHER_USE_WORD -> otherUse(term);
            case OTHER_USE_ROUTE -> {
                legible = true;
                if (!negated) {
                    otherUse(term);
                }
            }
            case DILUENT -> legible = true;
            case BLINDING -> blinded = true;
            case STUDY_DRUG -> studyDrug = true;
            case FILLER -> {}
        }
    }

    private void name(DrugTerm term, boolean negated) {
        legible = true;
        if (negated) {
            takenBack = union(takenBack, term.drugs());
            return;
        }
        named = union(named, term.drugs());
        remark(term.product());
        if (term.kind() == DrugTerm.Kind.OTHER_USE_BRAND) {
            otherUse(term);
        } else if (term.kind() == DrugTerm.Kind.BRAND) {
            branded = union(branded, term.drugs());
            reached(How.BRAND);
            return;
        }
        reached(context);
    }

    @Override
    public void word(String text, int from, int to) {
        if (routeOnly || !NameShape.isLegible(text, from, to)) {
            return;
        }
        legible = true;
        oncologyLike |= stems.endsBackwards(text, from, NameShape.beforeStrength(text, from, to));
    }

    private void reached(How by) {
        if (by.compareTo(how) < 0) {
            how = by;
        }
    }

    private void remark(@Nullable String note) {
        if (product == null) {
            product = note;
        }
    }

    /** Returns both lists without repetition; one of them itself where that will do, so that most medications copy nothing. */
    private static List<Drug> union(List<Drug> a, List<Drug> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        List<Drug> both = a;
        for (int i = 0; i < b.size(); i++) {
            if (!both.contains(b.get(i))) {
                both = both == a ? new ArrayList<>(a) : both;
                both.add(b.get(i));
            }
        }
        return both;
    }

    /** Returns whether one of these drugs was named so far. */
    boolean namesAny(List<Drug> drugs) {
        for (int i = 0; i < drugs.size(); i++) {
            if (coded.contains(drugs.get(i)) || named.contains(drugs.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Judges what was gathered. */
    DrugRecognition judge() {
        if (blinded) {
            return UNIDENTIFIED;
        }
        List<Drug> all = union(coded, named);
        List<Drug> against = part(all, true);
        if (!against.isEmpty()) {
            return result(Outcome.RECOGNISED, against);
        }
        if (otherUses != null) {
            remark(otherUses.remark(all));
        }
        boolean mayBeAnything = studyDrug || (all.isEmpty() && (oncologyLike || !legible));
        return mayBeAnything ? UNIDENTIFIED : result(Outcome.OTHER_MEDICATION, part(all, false));
    }

    /** Returns the drugs that are given against the cancer, or the others, sorted. */
    private List<Drug> part(List<Drug> all, boolean against) {
        if (all.size() == 1) {
            return isAgainst(all.get(0)) == against ? all : List.of();
        }
        List<Drug> part = new ArrayList<>(all.size());
        for (Drug drug : all) {
            if (isAgainst(drug) == against) {
                part.add(drug);
            }
        }
        Collections.sort(part);
        return part;
    }

    private boolean isAgainst(Drug drug) {
        return drug.isAntineoplastic() && (otherUses == null || !otherUses.include(drug, branded.contains(drug)));
    }

    private DrugRecognition result(Outcome outcome, List<Drug> drugs) {
        return new DrugRecognition(outcome, drugs, basis(), conflict(), label(drugs), product);
    }

    private DrugRecognition.Basis basis() {
        DrugCode code = how == How.CODE || how == How.INGREDIENT ? byCode : null;
        return code == null
                ? new DrugRecognition.Basis(how, null, null, null, false)
                : new DrugRecognition.Basis(how, code.system(), written, code.level(), !coded.containsAll(named));
    }

    private boolean conflict() {
        if (coded.isEmpty() || contradicted) {
            return contradicted;
        }
        boolean apart = !named.isEmpty() && !coded.containsAll(named) && !named.containsAll(coded);
        return apart || !Collections.disjoint(coded, takenBack);
    }

    private static @Nullable String label(List<Drug> drugs) {
        if (drugs.isEmpty()) {
            return null;
        }
        if (drugs.size() == 1) {
            return drugs.get(0).name();
        }
        return String.join(" + ", drugs.stream().map(Drug::name).toList());
    }
}
