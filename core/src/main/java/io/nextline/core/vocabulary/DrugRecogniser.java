package io.nextline.core.vocabulary;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Coding;
import io.nextline.core.fhir.Medication;
import io.nextline.core.fhir.MedicationContent;
import io.nextline.core.fhir.Reference;
import io.nextline.core.vocabulary.DrugRecognition.How;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the drugs of a medication, wherever they stand: the concept, a reference, its display, a Medication in the record or
 * contained, its ingredients as concepts or references, or words alone. Every coding is mapped and the set of ingredients taken,
 * because vendors list several codes of different ingredients for one product. Wording is read beside the codes, so that a
 * code which contradicts it is noticed. Immutable.
 */
public final class DrugRecogniser {

    private static final int DEEPEST = 3;

    private final Codes<DrugCode> codes;
    private final Codes<DrugCode> routeCodes;
    private final Codes<CodeGroup> groups;
    private final PhraseScanner<DrugTerm> scanner;
    private final PhraseTrie stems;
    private final PhraseTrie stopping;
    private final List<Drug> routed;

    /**
     * Creates the recogniser.
     *
     * @param codes the codes of drugs and products
     * @param routeCodes the codes of routes and reasons for which a drug is not given against cancer
     * @param groups what whole parts of code systems say of codes that are not listed
     * @param scanner the names and the words around them
     * @param stems endings of names that cancer drugs have, back to front
     * @param stopping words of orders to stop a drug
     * @param routed the drugs for which some route or reason means that they are not given against cancer
     */
    DrugRecogniser(
            Codes<DrugCode> codes,
            Codes<DrugCode> routeCodes,
            Codes<CodeGroup> groups,
            PhraseScanner<DrugTerm> scanner,
            PhraseTrie stems,
            PhraseTrie stopping,
            List<Drug> routed) {
        this.codes = codes;
        this.routeCodes = routeCodes;
        this.groups = groups;
        this.scanner = scanner;
        this.stems = stems;
        this.stopping = stopping;
        this.routed = List.copyOf(routed);
    }

    /**
     * Recognises a medication.
     *
     * @param content what an order, administration, statement or dispense says about the drug
     * @param resolver finds referenced Medications
     */
    public DrugRecognition recognise(MedicationContent content, MedicationResolver resolver) {
        return recognise(content, List.of(), resolver);
    }

    /**
     * Recognises a medication.
     *
     * @param content what an order, administration, statement or dispense says about the drug
     * @param reasons what it is given for: some tell that a drug is not given against cancer
     * @param resolver finds referenced Medications
     */
    public DrugRecognition recognise(
            MedicationContent content, List<CodeableConcept> reasons, MedicationResolver resolver) {
        DrugEvidence evidence = new DrugEvidence(stems);
        concept(content.concept(), false, evidence);
        Reference reference = content.reference();
        if (reference != null) {
            reference(reference, local(content, resolver), false, 0, evidence);
        } else if (content.concept() == null && content.contained().size() == 1) {
            Medication only = content.contained().get(0);
            medication(only, within(only, local(content, resolver)), 0, evidence);
        }
        if (evidence.namesAny(routed)) {
            evidence.reading(How.NONE, true);
            for (String dosage : content.dosageText()) {
                scanner.scan(dosage, evidence);
            }
            circumstances(content.route(), evidence);
            circumstances(reasons, evidence);
        }
        return evidence.judge();
    }

    /** Recognises a drug in a concept alone. */
    public DrugRecognition recognise(CodeableConcept concept) {
        return recognise(concept, List.of());
    }

    /**
     * Recognises a drug in a concept, for example the code of a Procedure.
     *
     * @param concept what was done
     * @param around where and why: some tell that a drug is not given against cancer
     */
    public DrugRecognition recognise(CodeableConcept concept, List<CodeableConcept> around) {
        DrugEvidence evidence = new DrugEvidence(stems);
        concept(concept, false, evidence);
        if (!around.isEmpty() && evidence.namesAny(routed)) {
            evidence.reading(How.NONE, true);
            circumstances(around, evidence);
        }
        return evidence.judge();
    }

    /** Returns whether a code says that a cancer drug was given, be it a drug that the vocabulary does not list. */
    public boolean saysCancerDrugGiven(CodeableConcept concept) {
        for (Coding coding : concept.coding()) {
            DrugCode code = codes.find(coding);
            boolean placeholder = code != null && code.drugs().isEmpty();
            if (placeholder || (code == null && groups.find(coding) == CodeGroup.CANCER_DRUG_GIVEN)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns whether the wording of an order asks to stop or pause its drug: it begins or ends with a word of that. Within a text
     * such a word may say what to do one day ("hold for toxicity until resolved"), which takes nothing from the order. A rule of ours;
     * the words stand in {@code drugs.json}.
     *
     * @param content what the order says about the drug; its codes and dosage say nothing of this
     */
    public boolean asksToStop(MedicationContent content) {
        Reference reference = content.reference();
        CodeableConcept concept = content.concept();
        return (reference != null && asksToStop(reference.display()))
                || (concept != null
                        && (asksToStop(concept.text())
                                || concept.coding().stream().anyMatch(coding -> asksToStop(coding.display()))));
    }

    private boolean asksToStop(@Nullable String wording) {
        if (wording == null) {
            return false;
        }
        boolean first = true;
        int next;
        for (int at = PhraseTrie.skipSeparators(wording, 0); at < wording.length(); at = next) {
            long match = stopping.longest(wording, at);
            boolean found = match != PhraseTrie.NONE;
            next = PhraseTrie.skipSeparators(
                    wording, found ? PhraseTrie.end(match) : PhraseTrie.endOfWord(wording, at));
            if (found && (first || next >= wording.length())) {
                return true;
            }
            first = false;
        }
        return false;
    }

    /** Recognises a drug in words alone. */
    public DrugRecognition recognise(String wording) {
        DrugEvidence evidence = new DrugEvidence(stems);
        words(wording, How.TEXT, evidence);
        return evidence.judge();
    }

    private static MedicationResolver local(MedicationContent content, MedicationResolver resolver) {
        return reference -> contained(content, reference, resolver);
    }

    private static @Nullable Medication contained(
            MedicationContent content, Reference reference, MedicationResolver resolver) {
        String literal = reference.reference();
        return literal != null && literal.startsWith("#")
                ? Medication.local(content.contained(), literal)
                : resolver.resolve(reference);
    }

    /** Looks among what a Medication contains itself before it asks further out. */
    private static MedicationResolver within(Medication medication, MedicationResolver outer) {
        if (medication.contained().isEmpty()) {
            return outer;
        }
        return reference -> {
            String literal = reference.reference();
            Medication own = literal == null || !literal.startsWith("#")
                    ? null
                    : Medication.local(medication.contained(), literal);
            return own == null ? outer.resolve(reference) : own;
        };
    }

    private void reference(
            Reference reference, MedicationResolver resolver, boolean ingredient, int depth, DrugEvidence evidence) {
        words(reference.display(), ingredient ? How.INGREDIENT : How.DISPLAY, evidence);
        if (reference.reference() != null && depth < DEEPEST) {
            Medication medication = resolver.resolve(reference);
            if (medication != null && !medication.isRetracted()) {
                medication(medication, within(medication, resolver), depth, evidence);
            }
        }
    }

    private void medication(Medication medication, MedicationResolver resolver, int depth, DrugEvidence evidence) {
        concept(medication.code(), depth > 0, evidence);
        for (Medication.Ingredient ingredient : medication.ingredient()) {
            concept(ingredient.itemCodeableConcept(), true, evidence);
            Reference item = ingredient.itemReference();
            if (item != null) {
                reference(item, resolver, true, depth + 1, evidence);
            }
        }
    }

    private void concept(@Nullable CodeableConcept concept, boolean ingredient, DrugEvidence evidence) {
        if (concept == null) {
            return;
        }
        String text = concept.text();
        words(text, ingredient ? How.INGREDIENT : How.TEXT, evidence);
        DrugCode before = null;
        List<Coding> codings = concept.coding();
        for (int i = 0; i < codings.size(); i++) {
            Coding coding = codings.get(i);
            before = code(coding, before, ingredient, evidence);
            String display = coding.display();
            if (display != null && !display.equals(text)) {
                words(display, ingredient ? How.INGREDIENT : How.DISPLAY, evidence);
            }
        }
    }

    /** Takes a code; one that says another drug than the code before it, in another code system, contradicts it. */
    private @Nullable DrugCode code(
            Coding coding, @Nullable DrugCode before, boolean ingredient, DrugEvidence evidence) {
        DrugCode code = codes.find(coding);
        if (code == null) {
            CodeGroup group = groups.find(coding);
            if (group == CodeGroup.OTHER_MEDICATION) {
                evidence.otherMedication();
            } else if (group == CodeGroup.CANCER_DRUG_GIVEN) {
                evidence.cancerDrug();
            }
            return before;
        }
        evidence.code(code, coding.code(), ingredient);
        if (code.drugs().isEmpty()) {
            return before;
        }
        if (before != null
                && !before.system().equals(code.system())
                && Collections.disjoint(before.drugs(), code.drugs())) {
            evidence.contradiction();
        }
        return code;
    }

    private void words(@Nullable String text, How where, DrugEvidence evidence) {
        if (text != null) {
            evidence.reading(where, false);
            scanner.scan(text, evidence);
        }
    }

    private void circumstances(List<CodeableConcept> concepts, DrugEvidence evidence) {
        for (CodeableConcept concept : concepts) {
            String text = concept.text();
            if (text != null) {
                scanner.scan(text, evidence);
            }
            for (Coding coding : concept.coding()) {
                DrugCode code = routeCodes.find(coding);
                if (code != null) {
                    evidence.route(code);
                }
                String display = coding.display();
                if (display != null) {
                    scanner.scan(display, evidence);
                }
            }
        }
    }
}
