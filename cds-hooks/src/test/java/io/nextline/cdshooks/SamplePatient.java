package io.nextline.cdshooks;

import io.nextline.core.fact.Biomarkers;
import io.nextline.core.fact.Circumstances;
import io.nextline.core.fact.CountRange;
import io.nextline.core.fact.Diagnosis;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.DraftOrder;
import io.nextline.core.fact.EndReason;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.Imdc;
import io.nextline.core.fact.LineCount;
import io.nextline.core.fact.LineCounting;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.LineRule;
import io.nextline.core.fact.MetastaticSite;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.PerformanceStatus;
import io.nextline.core.fact.Progression;
import io.nextline.core.fact.ProgressionRule;
import io.nextline.core.fact.Proposal;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fact.Stage;
import io.nextline.core.fact.TherapyHistory;
import io.nextline.core.fact.TreatmentSetting;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.Drug;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Facts of a patient whose clear cell RCC progressed on nivolumab and ipilimumab, made by hand. */
public final class SamplePatient {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    public static final Drug ATEZOLIZUMAB = drug("atezolizumab", "PD-L1");
    public static final Drug CABOZANTINIB = drug("cabozantinib", "VEGFR-TKI");
    public static final Drug NIVOLUMAB = drug("nivolumab", "PD-1");
    public static final Drug IPILIMUMAB = drug("ipilimumab", "CTLA-4");

    private static final List<Provenance> FROM = List.of(new Provenance("Condition/c1", "code", date("2024-11")));

    private Proposal proposal = Proposal.NONE;
    private Circumstances circumstances = Circumstances.NONE;
    private @Nullable Biomarkers biomarkers;
    private List<LineOfTherapy> lines = List.of(firstLine());
    private Finding<String> histology = Finding.known("clear-cell", FROM);

    private static Drug drug(String name, String type) {
        return new Drug(name, List.of(type), List.of(), Drug.Role.ANTINEOPLASTIC, false, true, List.of());
    }

    /** Drafts an order of the drug, selected, beside active cabozantinib. */
    public SamplePatient drafted(Drug drug, String reference) {
        DraftOrder draft = new DraftOrder(reference, List.of(drug), null, true, false);
        proposal = new Proposal(List.of(draft), List.of(CABOZANTINIB));
        return this;
    }

    public SamplePatient drafted(Proposal drafts) {
        proposal = drafts;
        return this;
    }

    public SamplePatient breastfeeding() {
        circumstances = new Circumstances(List.of(), List.of(), FROM, List.of());
        return this;
    }

    public SamplePatient with(Biomarkers known) {
        biomarkers = known;
        return this;
    }

    public SamplePatient pregnant() {
        circumstances = new Circumstances(List.of(), FROM, List.of(), List.of());
        return this;
    }

    public SamplePatient withoutTherapy() {
        lines = List.of();
        return this;
    }

    public SamplePatient withUnknownHistology() {
        histology = Finding.unknown(MissingFact.HISTOLOGY, "the histologic type of the tumour");
        return this;
    }

    /** Leaves open which line for advanced disease the line of therapy is. */
    public SamplePatient withLineBetween(int fewest, int most) {
        LineOfTherapy line = lines.get(0);
        LineCounting counting =
                new LineCounting(new CountRange(fewest, most), line.counting().rules());
        lines = List.of(new LineOfTherapy(
                null,
                line.setting(),
                line.regimen(),
                line.start(),
                line.end(),
                line.endReason(),
                line.progression(),
                counting,
                line.provenance()));
        return this;
    }

    public PatientFacts facts() {
        return new PatientFacts(
                TODAY,
                Finding.known(true, FROM),
                circumstances,
                new Diagnosis(
                        Finding.known(DiagnosisType.RENAL_CELL_CARCINOMA, FROM), histology, date("2024-11"), true),
                Finding.known(Stage.METASTATIC, FROM),
                new TherapyHistory(lines, proposal.activeDrugs(), 3, List.of(), true, true, count(lines.size())),
                null,
                List.of(new MetastaticSite("brain", date("2025-06-30"), FROM), new MetastaticSite("lung", null, FROM)),
                Finding.unknown(MissingFact.PRIMARY_IN_PLACE, "whether the kidney was removed"),
                Finding.known(false, FROM),
                Finding.known(false, FROM),
                Finding.known(new PerformanceStatus(1, null, date("2026-10-02"), false), FROM),
                imdc(),
                biomarkers,
                proposal,
                List.of());
    }

    private static LineCount count(int lines) {
        return new LineCount(CountRange.exactly(lines), true, "test");
    }

    private static LineOfTherapy firstLine() {
        Progression progression =
                new Progression(ProgressionRule.STATUS_WORSENED, date("2025-07-02"), null, "a status says so");
        return new LineOfTherapy(
                1,
                TreatmentSetting.ADVANCED,
                List.of(IPILIMUMAB, NIVOLUMAB),
                date("2025-01"),
                date("2025-07"),
                EndReason.PROGRESSION,
                Finding.known(progression, FROM),
                LineCounting.of(1, LineRule.FIRST_ON_RECORD),
                List.of(
                        new Provenance("MedicationRequest/m1", "authoredOn", date("2025-01")),
                        new Provenance("MedicationRequest/m2", "authoredOn", date("2025-01"))));
    }

    private static Imdc imdc() {
        Map<Imdc.Factor, Finding<Boolean>> factors = new EnumMap<>(Imdc.Factor.class);
        for (Imdc.Factor factor : Imdc.Factor.values()) {
            factors.put(factor, Finding.known(false, FROM));
        }
        factors.put(Imdc.Factor.CALCIUM, Finding.unknown(MissingFact.IMDC, "calcium, corrected for albumin"));
        return new Imdc(factors);
    }

    public static FhirDate date(String text) {
        return Objects.requireNonNull(FhirDate.parse(text));
    }
}
