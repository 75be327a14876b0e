package io.nextline.core.vocabulary;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Coding;
import io.nextline.core.fhir.Medication;
import io.nextline.core.fhir.MedicationContent;
import io.nextline.core.fhir.Reference;
import io.nextline.core.vocabulary.DrugRecognition.How;
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
    private final PhraseScanner<DrugTerm> scanner;
    private final PhraseTrie stems;
    private final List<Drug> routed;

    /**
     * Creates the recogniser.
     *
     * @param codes the codes of drugs and products
     * @param routeCodes the codes of routes by which a drug is not given against cancer
     * @param scanner the names and the words around them
     * @param stems endings of names that cancer drugs have, back to front
     * @param routed the drugs for which some route means that they are not given against cancer
     */
    DrugRecogniser(
            Codes<DrugCode> codes,
            Codes<DrugCode> routeCodes,
            PhraseScanner<DrugTerm> scanner,
            PhraseTrie stems,
            List<Drug> routed) {
        this.codes = codes;
        this.routeCodes = routeCodes;
        this.scanner = scanner;
        this.stems = stems;
        this.routed = List.copyOf(routed);
    }

    /**
     * Recognises a medication.
     *
     * @param content what an order, administration, statement or dispense says about the drug
     * @param resolver finds referenced Medications
     */
    public DrugRecognition recognise(MedicationContent content, MedicationResolver resolver) {
        DrugEvidence evidence = new DrugEvidence(stems);
        concept(content.concept(), false, evidence);
        Reference reference = content.reference();
        if (reference != null) {
            reference(reference, local(content, resolver), false, 0, evidence);
        } else if (content.concept() == null && content.contained().size() == 1) {
            medication(content.contained().get(0), local(content, resolver), 0, evidence);
        }
        if (evidence.namesAny(routed)) {
            route(content, evidence);
        }
        return evidence.judge();
    }

    /** Recognises a drug in a concept alone, for example the code of a Procedure. */
    public DrugRecognition recognise(CodeableConcept concept) {
        DrugEvidence evidence = new DrugEvidence(stems);
        concept(concept, false, evidence);
        return evidence.judge();
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
        if (literal == null || !literal.startsWith("#")) {
            return resolver.resolve(reference);
        }
        for (Medication medication : content.contained()) {
            String id = medication.header().id();
            if (id != null && (literal.equals("#" + id) || literal.equals(id))) {
                return medication;
            }
        }
        return null;
    }

    private void reference(
            Reference reference, MedicationResolver resolver, boolean ingredient, int depth, DrugEvidence evidence) {
        words(reference.display(), ingredient ? How.INGREDIENT : How.DISPLAY, evidence);
        if (reference.reference() != null && depth < DEEPEST) {
            Medication medication = resolver.resolve(reference);
            if (medication != null) {
                medication(medication, resolver, depth, evidence);
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
        List<Coding> codings = concept.coding();
        for (int i = 0; i < codings.size(); i++) {
            Coding coding = codings.get(i);
            DrugCode code = codes.find(coding);
            if (code != null) {
                evidence.code(code, ingredient);
            }
            String display = coding.display();
            if (display != null && !display.equals(text)) {
                words(display, ingredient ? How.INGREDIENT : How.DISPLAY, evidence);
            }
        }
    }

    private void words(@Nullable String text, How where, DrugEvidence evidence) {
        if (text != null) {
            evidence.reading(where, false);
            scanner.scan(text, evidence);
        }
    }

    private void route(MedicationContent content, DrugEvidence evidence) {
        evidence.reading(How.NONE, true);
        for (String dosage : content.dosageText()) {
            scanner.scan(dosage, evidence);
        }
        for (CodeableConcept route : content.route()) {
            String text = route.text();
            if (text != null) {
                scanner.scan(text, evidence);
            }
            for (Coding coding : route.coding()) {
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
