package io.nextline.core.derive;

import io.nextline.core.fact.Provenance;
import io.nextline.core.fact.Stage;
import io.nextline.core.fhir.DiagnosticReport;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.vocabulary.ProcedureKind;
import io.nextline.core.vocabulary.Profile;
import io.nextline.core.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The admitted record with its cancer-related entries already understood: what every deriver starts from.
 *
 * @param record the admitted record
 * @param vocabulary the codes
 * @param profile the thresholds
 * @param asOf the day of evaluation
 * @param observations the observations that bear on the conclusions
 * @param stages the stages stated, in a stable order
 * @param conditions cancers, metastases and histories, in a stable order
 * @param statuses disease courses stated, in a stable order
 * @param procedures procedures done that matter, in a stable order
 */
record Chart(
        PatientRecord record,
        Vocabulary vocabulary,
        Profile profile,
        LocalDate asOf,
        CodedObservations observations,
        List<StageEvent> stages,
        List<CodedCondition> conditions,
        List<StatusEvent> statuses,
        List<ProcedureEvent> procedures) {

    /** Returns whether a metastatic stage is stated by this day. */
    boolean isStagedMetastaticBy(LocalDate day) {
        return stages.stream()
                .anyMatch(event -> event.stage() == Stage.METASTATIC
                        && event.date() != null
                        && !event.date().earliest().isAfter(day));
    }

    /** Returns the last report that says in words that the primary tumour is in place, or null. */
    @Nullable Provenance primaryInPlace() {
        Provenance last = null;
        for (DiagnosticReport report : record.diagnosticReports()) {
            if (vocabulary.statuses().reports().saysPrimaryInPlace(report.conclusion())) {
                FhirDate date =
                        report.effective() == null ? null : report.effective().startOrEnd();
                Provenance found = new Provenance(report.header().reference(), "conclusion", date);
                last = last == null || Provenance.ORDER.compare(found, last) > 0 ? found : last;
            }
        }
        return last;
    }

    /** Returns the first procedure of one of these kinds, or null. */
    @Nullable ProcedureEvent firstProcedure(Set<ProcedureKind> kinds) {
        for (ProcedureEvent procedure : procedures) {
            if (kinds.contains(procedure.kind())) {
                return procedure;
            }
        }
        return null;
    }

    /** Returns the procedures of one of these kinds. */
    List<ProcedureEvent> procedures(Set<ProcedureKind> kinds) {
        return procedures.stream().filter(p -> kinds.contains(p.kind())).toList();
    }
}
