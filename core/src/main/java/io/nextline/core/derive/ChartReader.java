package io.nextline.core.derive;

import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Condition;
import io.nextline.core.fhir.Extension;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.Procedure;
import io.nextline.core.fhir.Reference;
import io.nextline.core.vocabulary.DiagnosisCode;
import io.nextline.core.vocabulary.DiagnosisKind;
import io.nextline.core.vocabulary.ProcedureCode;
import io.nextline.core.vocabulary.Profile;
import io.nextline.core.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Understands the cancer-related entries of an admitted record once, so that no deriver codes them again. */
final class ChartReader {

    private ChartReader() {}

    static Chart read(PatientRecord admitted, Vocabulary vocabulary, Profile profile, LocalDate asOf) {
        List<CodedCondition> conditions = conditions(admitted, vocabulary);
        CodedObservations observations = new CodedObservations(admitted.observations(), vocabulary);
        CancerTies ties = new CancerTies(conditions, admitted.conditions());
        List<StatusEvent> statuses =
                new DiseaseStatusReader(vocabulary, ties::isAnother).read(observations, admitted.diagnosticReports());
        return new Chart(
                admitted,
                vocabulary,
                profile,
                asOf,
                observations,
                new StageReader(vocabulary, ties).read(observations, conditions),
                conditions,
                statuses,
                procedures(admitted, vocabulary));
    }

    private static List<CodedCondition> conditions(PatientRecord record, Vocabulary vocabulary) {
        List<CodedCondition> coded = new ArrayList<>();
        for (Condition condition : record.conditions()) {
            CodeableConcept concept = condition.code();
            DiagnosisCode code = concept == null ? null : vocabulary.diagnoses().classify(concept);
            if (code != null) {
                coded.add(new CodedCondition(condition, code));
            }
        }
        coded.sort(CodedCondition.ORDER);
        coded.replaceAll(row -> withOrigin(row, coded));
        return coded;
    }

    /** mCODE ties a metastasis to its primary by an extension, whose name differs from release to release. */
    private static CodedCondition withOrigin(CodedCondition row, List<CodedCondition> cancers) {
        if (row.code().kind() != DiagnosisKind.SECONDARY || row.code().originType() != null) {
            return row;
        }
        for (Extension extension : row.condition().extension()) {
            Reference related = extension.reference();
            String literal = related == null || !isRelation(extension.url()) ? null : related.reference();
            for (CodedCondition cancer : cancers) {
                if (literal != null
                        && cancer.code().kind() == DiagnosisKind.PRIMARY
                        && cancer.condition().header().isMeantBy(literal)) {
                    return row.from(cancer.code().type());
                }
            }
        }
        return row;
    }

    private static boolean isRelation(String url) {
        return url.endsWith("related-primary-cancer-condition")
                || url.endsWith("condition-related")
                || url.endsWith("related-condition");
    }

    private static List<ProcedureEvent> procedures(PatientRecord record, Vocabulary vocabulary) {
        List<ProcedureEvent> events = new ArrayList<>();
        for (Procedure procedure : record.procedures()) {
            CodeableConcept concept = procedure.code();
            ProcedureCode code =
                    concept == null ? null : vocabulary.procedures().classify(concept, procedure.bodySite());
            if (code != null) {
                FhirDate date = procedure.performed() == null
                        ? null
                        : procedure.performed().startOrEnd();
                events.add(new ProcedureEvent(
                        code.kind(),
                        code.laterality(),
                        date,
                        new Provenance(procedure.header().reference(), "code", date)));
            }
        }
        events.sort(Comparator.comparing(ProcedureEvent::date, Dates.NULLS_LAST)
                .thenComparing(ProcedureEvent::kind)
                .thenComparing(ProcedureEvent::provenance, Provenance.ORDER));
        return events;
    }
}
