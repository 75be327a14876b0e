package io.nextline.core.derive;

import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Condition;
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
        List<StatusEvent> statuses = new DiseaseStatusReader(
                        vocabulary, focus -> isAnotherCancer(focus, admitted, conditions))
                .read(observations, admitted.diagnosticReports());
        return new Chart(
                admitted,
                vocabulary,
                profile,
                asOf,
                observations,
                new StageReader(vocabulary).read(observations, conditions),
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
        return coded;
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
                        code.kind(), date, new Provenance(procedure.header().reference(), "code", date)));
            }
        }
        events.sort(Comparator.comparing(ProcedureEvent::date, Dates.NULLS_LAST)
                .thenComparing(ProcedureEvent::kind)
                .thenComparing(ProcedureEvent::provenance, Provenance.ORDER));
        return events;
    }

    /** A focus is another cancer only if the record holds it as a Condition of neither kidney nor lung. */
    private static boolean isAnotherCancer(Reference focus, PatientRecord record, List<CodedCondition> conditions) {
        String literal = focus.reference();
        if (literal == null) {
            return false;
        }
        for (CodedCondition row : conditions) {
            if (row.condition().header().isMeantBy(literal)) {
                String type = row.code().type();
                return row.code().kind() == DiagnosisKind.PRIMARY
                        && !PrimaryCancers.RCC.equals(type)
                        && !PrimaryCancers.NSCLC.equals(type)
                        && !PrimaryCancers.LUNG.equals(type);
            }
        }
        return record.conditions().stream()
                .anyMatch(condition -> condition.header().isMeantBy(literal));
    }
}
