package io.nextline.core.derive;

import io.nextline.core.fact.AdjuvantIci;
import io.nextline.core.fact.Biomarkers;
import io.nextline.core.fact.Circumstances;
import io.nextline.core.fact.Diagnosis;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.Imdc;
import io.nextline.core.fact.LocalTherapy;
import io.nextline.core.fact.MetastaticSite;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.PerformanceStatus;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fact.Stage;
import io.nextline.core.fact.TherapyHistory;
import io.nextline.core.fhir.DraftOrders;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.vocabulary.ProcedureKind;
import io.nextline.core.vocabulary.Profile;
import io.nextline.core.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** From the record to everything concluded about the patient. Immutable and thread-safe. */
public final class PatientFactsDeriver {

    private static final Set<ProcedureKind> OPERATIONS_AND_RADIATION = EnumSet.of(
            ProcedureKind.NEPHRECTOMY_RADICAL,
            ProcedureKind.NEPHRECTOMY_PARTIAL,
            ProcedureKind.NEPHRECTOMY,
            ProcedureKind.LUNG_RESECTION,
            ProcedureKind.METASTASECTOMY,
            ProcedureKind.ADRENALECTOMY,
            ProcedureKind.ABLATION,
            ProcedureKind.SBRT,
            ProcedureKind.SRS,
            ProcedureKind.RADIOTHERAPY,
            ProcedureKind.CHEMORADIATION);

    private final Vocabulary vocabulary;
    private final Profile profile;

    /**
     * Creates a deriver.
     *
     * @param vocabulary the codes
     * @param profile the thresholds
     */
    public PatientFactsDeriver(Vocabulary vocabulary, Profile profile) {
        this.vocabulary = vocabulary;
        this.profile = profile;
    }

    /**
     * Returns what the record allows to conclude on a day. Entries dated later are left out.
     *
     * @param record the record of one patient; that it is only one has been checked before
     * @param drafts the drafted orders
     * @param asOf the day of evaluation
     */
    public PatientFacts derive(PatientRecord record, DraftOrders drafts, LocalDate asOf) {
        TreeSet<String> warnings = new TreeSet<>();
        Chart chart = ChartReader.read(RecordGate.admit(record, asOf), vocabulary, profile, asOf);
        Diagnosis diagnosis = new DiagnosisDeriver(chart, warnings).derive();
        TherapyHistory untilRelapse = new TherapyDeriver(chart, diagnosis, warnings).derive();
        AdjuvantIci adjuvant = new AdjuvantIciDeriver(chart).derive(untilRelapse);
        TherapyHistory therapy = adjuvant == null ? untilRelapse : Relapse.onAdjuvantLine(untilRelapse, adjuvant);
        SiteDeriver sites = new SiteDeriver(chart);
        List<MetastaticSite> metastaticSites = sites.sites(therapy);
        DiagnosisType cancer = diagnosis.type().orNull();
        Finding<PerformanceStatus> performanceStatus = new PerformanceStatusDeriver(chart, warnings).derive();
        Circumstances circumstances = new CircumstanceDeriver(chart, warnings).derive(therapy);
        Biomarkers biomarkers = diagnosis.is(DiagnosisType.NSCLC) ? new BiomarkerDeriver(chart).derive() : null;
        Warnings.addTo(warnings, record, chart, therapy, performanceStatus);
        return new PatientFacts(
                asOf,
                new PersonDeriver(chart).adult(),
                circumstances,
                diagnosis,
                stage(chart, therapy, cancer),
                therapy,
                adjuvant == null ? null : Relapse.onItsLine(adjuvant, therapy),
                metastaticSites,
                sites.primaryInPlace(cancer),
                sites.oligoprogression(therapy, metastaticSites),
                sites.recurrence(therapy),
                performanceStatus,
                imdc(chart, diagnosis, therapy, performanceStatus),
                biomarkers,
                new ProposalDeriver(chart, metastaticSites, drafts, warnings).derive(drafts, therapy.activeDrugs()),
                List.copyOf(warnings));
    }

    /**
     * Returns the surgery and radiotherapy that the record tells of, in the order of their dates. No statement rests on the list; it is
     * for telling a patient's course.
     *
     * @param record the record of one patient
     * @param asOf the day of evaluation; what is dated later is left out
     */
    public List<LocalTherapy> localTherapies(PatientRecord record, LocalDate asOf) {
        Chart chart = ChartReader.read(RecordGate.admit(record, asOf), vocabulary, profile, asOf);
        return chart.procedures(OPERATIONS_AND_RADIATION).stream()
                .map(done -> new LocalTherapy(
                        done.kind().isRadiotherapy() ? LocalTherapy.Kind.RADIOTHERAPY : LocalTherapy.Kind.SURGERY,
                        done.kind().id(),
                        done.date(),
                        done.provenance()))
                .sorted(Comparator.comparing(LocalTherapy::provenance, Provenance.ORDER))
                .toList();
    }

    private static Finding<Stage> stage(Chart chart, TherapyHistory therapy, @Nullable DiagnosisType cancer) {
        return StageDeriver.derive(chart, therapy.lines(), cancer == null ? "" : cancer.id());
    }

    private static @Nullable Imdc imdc(
            Chart chart, Diagnosis diagnosis, TherapyHistory therapy, Finding<PerformanceStatus> status) {
        return diagnosis.is(DiagnosisType.RENAL_CELL_CARCINOMA)
                ? new ImdcDeriver(chart).derive(diagnosis, therapy, status)
                : null;
    }
}
