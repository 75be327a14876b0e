package io.nextline.core.vocabulary;

import io.nextline.core.vocabulary.DrugRecognition.How;
import io.nextline.core.vocabulary.DrugRecognition.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the codes and words of one medication say, gathered before it is judged. Used by one thread for one medication. */
final class DrugEvidence implements PhraseScanner.Found<DrugTerm> {

    private static final int LEGIBLE_LETTERS = 3;

    private final PhraseTrie stems;
    private final List<Drug> coded = new ArrayList<>(2);
    private final List<Drug> named = new ArrayList<>(2);
    private final List<Drug> takenBack = new ArrayList<>(0);
    private final List<Drug> branded = new ArrayList<>(0);
    private final List<Drug> otherUse = new ArrayList<>(0);
    private final List<Drug> otherUseIfUnbranded = new ArrayList<>(0);
    private How how = How.NONE;
    private How context = How.TEXT;
    private boolean routeOnly;
    private boolean blinded;
    private boolean studyDrug;
    private boolean legible;
    private boolean oncologyLike;
    private @Nullable String product;

    DrugEvidence(PhraseTrie stems) {
        this.stems = stems;
    }

    /** Says where the next words stand. */
    void reading(How where, boolean routes) {
        context = where;
        routeOnly = routes;
    }

    /** Takes what a code means. */
    void code(DrugCode code, boolean ingredient) {
        addAll(coded, code.drugs());
        if (code.otherUse()) {
            addAll(otherUse, code.drugs());
        }
        remark(code.product());
        reached(ingredient ? How.INGREDIENT : How.CODE);
    }

    /** Takes a route by which drugs are not given against cancer. */
    void route(DrugCode code) {
        addAll(otherUse, code.drugs());
    }

    @Override
    public void phrase(List<DrugTerm> meanings, boolean negated) {
        for (DrugTerm term : meanings) {
            if (routeOnly) {
                if (term.kind() == DrugTerm.Kind.OTHER_USE_ROUTE && !negated) {
                    addAll(otherUse, term.drugs());
                }
            } else {
                take(term, negated);
            }
        }
    }

    private void take(DrugTerm term, boolean negated) {
        switch (term.kind()) {
            case NAME, BRAND, OTHER_USE_BRAND -> name(term, negated);
            case OTHER_USE_WORD -> addAll(otherUseIfUnbranded, term.drugs());
            case OTHER_USE_ROUTE -> addAll(otherUse, term.drugs());
            case DILUENT -> legible = true;
            case BLINDING -> blinded = true;
            case STUDY_DRUG -> studyDrug = true;
            case FILLER -> {}
        }
    }

    private void name(DrugTerm term, boolean negated) {
        legible = true;
        if (negated) {
            addAll(takenBack, term.drugs());
            return;
        }
        addAll(named, term.drugs());
        remark(term.product());
        if (term.kind() == DrugTerm.Kind.OTHER_USE_BRAND) {
            addAll(otherUse, term.drugs());
        } else if (term.kind() == DrugTerm.Kind.BRAND) {
            addAll(branded, term.drugs());
            reached(How.BRAND);
            return;
        }
        reached(context);
    }

    @Override
    public void word(String text, int from, int to) {
        if (routeOnly || letters(text, from, to) < LEGIBLE_LETTERS) {
            return;
        }
        legible = true;
        oncologyLike |= stems.endsBackwards(text, from, to);
    }

    private static int letters(String text, int from, int to) {
        int count = 0;
        for (int i = from; i < to && count < LEGIBLE_LETTERS; i++) {
            if (!Letters.isDigit(Letters.at(text, i))) {
                count++;
            }
        }
        return count;
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

    private static void addAll(List<Drug> to, List<Drug> from) {
        for (int i = 0; i < from.size(); i++) {
            if (!to.contains(from.get(i))) {
                to.add(from.get(i));
            }
        }
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
            return unidentified();
        }
        for (Drug drug : otherUseIfUnbranded) {
            if (!branded.contains(drug)) {
                addAll(otherUse, List.of(drug));
            }
        }
        List<Drug> all = new ArrayList<>(coded);
        addAll(all, named);
        List<Drug> against = new ArrayList<>(all.size());
        List<Drug> others = new ArrayList<>(0);
        for (Drug drug : all) {
            (drug.isAntineoplastic() && !otherUse.contains(drug) ? against : others).add(drug);
        }
        if (!against.isEmpty()) {
            return result(Outcome.RECOGNISED, against);
        }
        if (studyDrug || (oncologyLike && others.isEmpty()) || !(legible || !others.isEmpty())) {
            return unidentified();
        }
        return result(Outcome.OTHER_MEDICATION, others);
    }

    private DrugRecognition result(Outcome outcome, List<Drug> drugs) {
        Collections.sort(drugs);
        return new DrugRecognition(outcome, drugs, how, conflict(), label(drugs), product);
    }

    private boolean conflict() {
        if (coded.isEmpty()) {
            return false;
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

    private static DrugRecognition unidentified() {
        return new DrugRecognition(Outcome.UNIDENTIFIED, List.of(), How.NONE, false, null, null);
    }
}
