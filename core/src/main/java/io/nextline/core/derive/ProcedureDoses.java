package io.nextline.core.derive;

import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.Period;
import io.nextline.core.fhir.Procedure;
import io.nextline.core.vocabulary.Drug;
import io.nextline.core.vocabulary.DrugRecognition;
import io.nextline.core.vocabulary.DrugRecognition.How;
import io.nextline.core.vocabulary.ProcedureCode;
import io.nextline.core.vocabulary.ProcedureKind;
import io.nextline.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the drugs that Procedures give: a billing code is a dose; words count only where the Procedure is systemic therapy, for a
 * Procedure may also name a drug that was taught about or tested for.
 */
final class ProcedureDoses {

    private final Vocabulary vocabulary;

    ProcedureDoses(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void read(Procedure procedure, DrugUseReader into) {
        CodeableConcept code = procedure.code();
        if (code == null) {
            return;
        }
        DrugRecognition recognition = vocabulary.recogniser().recognise(code, around(procedure));
        switch (recognition.outcome()) {
            case RECOGNISED -> recognised(procedure, code, recognition, into);
            case OTHER_MEDICATION -> into.addOtherUse(recognition);
            case UNIDENTIFIED -> {
                if (vocabulary.recogniser().saysCancerDrugGiven(code)) {
                    into.addUnidentified(provenance(procedure, recognition));
                }
            }
        }
    }

    private void recognised(
            Procedure procedure, CodeableConcept code, DrugRecognition recognition, DrugUseReader into) {
        boolean billed = recognition.how() == How.CODE;
        if (!billed && !isSystemicTherapy(procedure, code)) {
            return;
        }
        Provenance provenance = provenance(procedure, recognition);
        if (recognition.codeTextConflict()) {
            into.addConflict(provenance);
            return;
        }
        Period performed = procedure.performed();
        FhirDate start = performed == null ? null : performed.startOrEnd();
        FhirDate end = performed == null ? null : into.past(Dates.orElse(performed.end(), billed ? start : null));
        boolean goesOn = !billed && end == null && "in-progress".equals(procedure.status());
        Givenness givenness = billed ? Givenness.of(procedure) : Givenness.STATED;
        for (Drug drug : recognition.drugs()) {
            into.add(new DrugUse(drug, givenness, start, end, goesOn, null, false, null, provenance));
        }
    }

    private boolean isSystemicTherapy(Procedure procedure, CodeableConcept code) {
        ProcedureCode found = vocabulary.procedures().classify(code, procedure.bodySite());
        ProcedureKind kind = found == null ? null : found.kind();
        return kind == ProcedureKind.SYSTEMIC_THERAPY || kind == ProcedureKind.CHEMORADIATION;
    }

    private static List<CodeableConcept> around(Procedure procedure) {
        if (procedure.bodySite().isEmpty() || procedure.reasonCode().isEmpty()) {
            return procedure.bodySite().isEmpty() ? procedure.reasonCode() : procedure.bodySite();
        }
        List<CodeableConcept> both = new ArrayList<>(procedure.bodySite());
        both.addAll(procedure.reasonCode());
        return both;
    }

    private static Provenance provenance(Procedure procedure, DrugRecognition recognition) {
        Period performed = procedure.performed();
        return new Provenance(
                procedure.header().reference(),
                "code",
                performed == null ? null : performed.startOrEnd(),
                DrugBasis.words(recognition));
    }
}
