package io.nextline.samples.cli.explain;

import io.nextline.core.criterion.Criterion;
import io.nextline.core.criterion.Evaluation;
import io.nextline.core.criterion.Truth;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.EvidenceVersion;
import io.nextline.core.evidence.Layer;
import io.nextline.core.evidence.NoCardReason;
import io.nextline.core.evidence.RankedGap;
import io.nextline.core.evidence.Statement;
import io.nextline.core.evidence.StatementKind;
import io.nextline.core.evidence.StatementOutcome;
import io.nextline.core.evidence.Strength;
import io.nextline.core.evidence.Topic;
import io.nextline.core.fact.Circumstances;
import io.nextline.core.fact.CountRange;
import io.nextline.core.fact.Diagnosis;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.DraftOrder;
import io.nextline.core.fact.EndReason;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.Gap;
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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A report made by hand, so that what is told about it does not hang on what is derived from records. */
final class Reports {

    static final Provenance BIOPSY = from("Condition/kidney", "code", "2024-03");
    private static final Drug CABOZANTINIB = drug("cabozantinib", "VEGFR-TKI");
    private static final Gap NO_IMDC = new Gap(MissingFact.IMDC, "calcium within 28 days");
    private static final Gap NO_HISTOLOGY = new Gap(MissingFact.HISTOLOGY, "a coded morphology or pathology report");

    private Reports() {}

    static EvidenceReport report() {
        return new EvidenceReport(
                new EvidenceVersion("2026.11", Layer.ALL, LocalDate.of(2026, 11, 21)),
                facts(),
                List.of(outcome("DS-1", Truth.TRUE), outcome("DS-2", Truth.UNKNOWN), outcome("DS-3", Truth.FALSE)),
                List.of(new RankedGap(MissingFact.HISTOLOGY, List.of(NO_HISTOLOGY.detail()), List.of("DS-2"))),
                List.of(),
                NoCardReason.NOTHING_APPLIES);
    }

    static PatientFacts facts() {
        return new PatientFacts(
                LocalDate.of(2026, 11, 21),
                Finding.known(true, List.of(from("Patient/p", "birthDate", "1961-04-18"))),
                Circumstances.NONE,
                new Diagnosis(
                        Finding.known(DiagnosisType.RENAL_CELL_CARCINOMA, List.of(BIOPSY)),
                        Finding.unknown(MissingFact.HISTOLOGY, NO_HISTOLOGY.detail()),
                        date("2024-03"),
                        true),
                Finding.known(Stage.METASTATIC, List.of(from("Condition/lung", "code", "2025-01-05"))),
                therapy(),
                null,
                List.of(new MetastaticSite(
                        "lung", date("2025-01-05"), List.of(from("Condition/lung", "code", "2025-01-05")))),
                Finding.unknown(MissingFact.PRIMARY_IN_PLACE, "a nephrectomy, or imaging of the kidney"),
                Finding.unknown(MissingFact.METASTATIC_SITES, "sites at progression"),
                Finding.known(false, List.of(BIOPSY)),
                Finding.known(
                        new PerformanceStatus(1, 80, FhirDate.of(LocalDate.of(2026, 10, 28)), false),
                        List.of(from("Observation/kps", "valueInteger", "2026-10-28"))),
                imdc(),
                null,
                new Proposal(
                        List.of(new DraftOrder("MedicationRequest/draft", List.of(CABOZANTINIB), null, true, false)),
                        List.of()),
                List.of("Two rows give different dates for the same dose."));
    }

    private static TherapyHistory therapy() {
        List<Provenance> doses = new ArrayList<>();
        for (int dose = 1; dose <= 9; dose++) {
            doses.add(from("MedicationAdministration/dose-" + dose, "medicationCodeableConcept", "2025-02-0" + dose));
        }
        LineOfTherapy line = new LineOfTherapy(
                1,
                TreatmentSetting.ADVANCED,
                List.of(drug("ipilimumab", "CTLA-4"), drug("nivolumab", "PD-1")),
                date("2025-02-01"),
                date("2025-07"),
                EndReason.PROGRESSION,
                Finding.known(
                        new Progression(
                                ProgressionRule.STATUS_WORSENED, date("2025-07-02"), null, "disease status worsened"),
                        List.of(from("Observation/status", "valueCodeableConcept", "2025-07-02"))),
                LineCounting.of(1, LineRule.FIRST_ON_RECORD),
                doses);
        return new TherapyHistory(
                List.of(line),
                List.of(),
                9,
                List.of(from("MedicationRequest/x", "text", null)),
                true,
                true,
                new LineCount(CountRange.exactly(1), true, "test"));
    }

    private static Imdc imdc() {
        Map<Imdc.Factor, Finding<Boolean>> factors = new EnumMap<>(Imdc.Factor.class);
        for (Imdc.Factor factor : Imdc.Factor.values()) {
            factors.put(factor, Finding.known(false, List.of()));
        }
        factors.put(Imdc.Factor.CALCIUM, Finding.unknown(NO_IMDC.fact(), NO_IMDC.detail()));
        return new Imdc(factors);
    }

    private static StatementOutcome outcome(String id, Truth truth) {
        Evaluation histology = Evaluation.unknown("histology not stated", NO_HISTOLOGY);
        Evaluation cancer = Evaluation.of(truth != Truth.FALSE, "diagnosis: renal cell carcinoma", List.of(BIOPSY));
        List<Evaluation> parts = truth == Truth.UNKNOWN ? List.of(cancer, histology) : List.of(cancer);
        Evaluation all = new Evaluation(truth, "all of these", List.of(BIOPSY), List.of(), parts);
        return new StatementOutcome(statement(id), truth, all, List.of("because of " + id), List.of(), null);
    }

    private static Statement statement(String id) {
        Criterion never = facts -> Evaluation.of(true, "any", List.of());
        return new Statement(
                id,
                true,
                StatementKind.DISCOURAGE,
                Strength.RCT,
                List.of(DiagnosisType.RENAL_CELL_CARCINOMA),
                Topic.PROPOSAL,
                true,
                true,
                true,
                never,
                null,
                List.of("atezolizumab"),
                "What " + id + " says",
                "Text",
                List.of(),
                List.of("CONTACT-03"),
                List.of(),
                List.of(),
                "source",
                List.of(),
                List.of(),
                null);
    }

    private static Drug drug(String name, String drugClass) {
        return new Drug(name, List.of(drugClass), List.of(), Drug.Role.ANTINEOPLASTIC, false, true, List.of());
    }

    private static Provenance from(String reference, String element, @Nullable String date) {
        return new Provenance(reference, element, date == null ? null : date(date));
    }

    private static FhirDate date(String written) {
        return Objects.requireNonNull(FhirDate.parse(written));
    }
}
