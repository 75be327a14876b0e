package io.nextline.core.criterion;

import io.nextline.core.fact.AdjuvantIci;
import io.nextline.core.fact.Circumstances;
import io.nextline.core.fact.CountRange;
import io.nextline.core.fact.Diagnosis;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.DraftOrder;
import io.nextline.core.fact.EndReason;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.LineCount;
import io.nextline.core.fact.LineCounting;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.LineRule;
import io.nextline.core.fact.MetastaticSite;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PatientFacts;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Facts for the criteria, put together by hand: whatever is not set is unknown, the therapy data were read whole and no therapy is on
 * record. Drugs are known here by name and class alone.
 */
final class TestFacts {

    static final FhirDate DAY = date("2025-07-01");

    private static final Map<String, List<String>> CLASSES = Map.of(
            "nivolumab", List.of("PD-1"),
            "pembrolizumab", List.of("PD-1"),
            "atezolizumab", List.of("PD-L1"),
            "ipilimumab", List.of("CTLA-4"),
            "cabozantinib", List.of("VEGFR-TKI"),
            "axitinib", List.of("VEGFR-TKI"),
            "everolimus", List.of("mTOR"),
            "carboplatin", List.of("platinum"));

    Finding<Boolean> adult = open(MissingFact.BIRTH_DATE);
    Finding<DiagnosisType> type = open(MissingFact.DIAGNOSIS_TYPE);
    Set<DiagnosisType> possible = Set.of(DiagnosisType.values());
    Finding<String> histology = open(MissingFact.HISTOLOGY);
    Finding<Stage> stage = open(MissingFact.STAGE);
    Finding<Boolean> primaryInPlace = open(MissingFact.PRIMARY_IN_PLACE);
    Finding<Boolean> oligoprogression = open(MissingFact.METASTATIC_SITES);
    Finding<Boolean> recurrence = open(MissingFact.PROGRESSION);
    final List<LineOfTherapy> lines = new ArrayList<>();
    final List<MetastaticSite> sites = new ArrayList<>();
    final List<DraftOrder> drafts = new ArrayList<>();
    List<Drug> active = List.of();
    boolean readWhole = true;
    boolean reachesBeginning = true;
    boolean orderKnown = true;

    @Nullable FhirDate start;

    int unidentified;
    Finding<Boolean> relapse = open(MissingFact.PROGRESSION);
    Finding<AdjuvantIci.Timing> timing = open(MissingFact.PROGRESSION_DATE);
    Finding<Boolean> completed = open(MissingFact.THERAPY_SETTING);
    private @Nullable LineOfTherapy adjuvantLine;

    static TestFacts facts() {
        return new TestFacts();
    }

    /** Adds a line for advanced disease. */
    TestFacts line(Finding<Progression> progression, String... drugs) {
        return line(TreatmentSetting.ADVANCED, progression, drugs);
    }

    TestFacts line(TreatmentSetting setting, Finding<Progression> progression, String... drugs) {
        Integer ordinal = null;
        if (setting == TreatmentSetting.ADVANCED) {
            ordinal = 1 + (int) lines.stream().filter(LineOfTherapy::isAdvanced).count();
        } else if (setting.isCurative()) {
            ordinal = 0;
        }
        lines.add(new LineOfTherapy(
                ordinal,
                setting,
                drugs(drugs),
                start,
                null,
                EndReason.UNKNOWN,
                progression,
                LineCounting.of(ordinal == null ? 0 : ordinal, LineRule.FIRST_ON_RECORD),
                List.of(from("line-" + lines.size()))));
        return this;
    }

    /** Adds adjuvant checkpoint inhibitor therapy; its course is in the three fields. */
    TestFacts adjuvant(String... drugs) {
        line(TreatmentSetting.ADJUVANT, open(MissingFact.PROGRESSION), drugs);
        adjuvantLine = lines.get(lines.size() - 1);
        return this;
    }

    TestFacts site(String organ) {
        sites.add(new MetastaticSite(organ, null, List.of(from(organ))));
        return this;
    }

    TestFacts drafted(String... drugs) {
        return draft(true, drugs);
    }

    TestFacts draft(boolean selected, String... drugs) {
        drafts.add(new DraftOrder("MedicationRequest/d" + drafts.size(), drugs(drugs), null, selected, false));
        return this;
    }

    TestFacts draftProcedure(boolean selected, String kind) {
        drafts.add(new DraftOrder("ServiceRequest/d" + drafts.size(), List.of(), kind, selected, false));
        return this;
    }

    TestFacts nowOn(String... drugs) {
        active = drugs(drugs);
        return this;
    }

    /** Lines without an order may be one. */
    private LineCount count() {
        int advanced = (int) lines.stream().filter(LineOfTherapy::isAdvanced).count();
        int unclear = (int) lines.stream()
                .filter(line -> line.setting() == TreatmentSetting.UNKNOWN)
                .count();
        int fewest = orderKnown ? advanced : Math.min(advanced, 1);
        return new LineCount(new CountRange(fewest, advanced + unclear), orderKnown, "test");
    }

    /** Gives the lines added from here on this start. */
    TestFacts from(@Nullable FhirDate day) {
        start = day;
        return this;
    }

    PatientFacts build() {
        List<Provenance> illegible = new ArrayList<>();
        for (int i = 0; i < unidentified; i++) {
            illegible.add(from("illegible-" + i));
        }
        return new PatientFacts(
                LocalDate.of(2026, 11, 21),
                adult,
                Circumstances.NONE,
                new Diagnosis(type, possible, histology, null, true),
                stage,
                new TherapyHistory(lines, active, 10, illegible, readWhole, reachesBeginning, count()),
                adjuvantLine == null ? null : new AdjuvantIci(adjuvantLine, relapse, null, timing, completed, null),
                sites,
                primaryInPlace,
                oligoprogression,
                recurrence,
                open(MissingFact.PERFORMANCE_STATUS),
                null,
                null,
                new Proposal(drafts, active),
                List.of());
    }

    /** Returns the answer of a criterion to these facts. */
    Evaluation ask(Criterion criterion) {
        return criterion.evaluate(build());
    }

    Truth truth(Criterion criterion) {
        return ask(criterion).truth();
    }

    static <T> Finding<T> known(T value) {
        return Finding.known(value, List.of(from("known-" + value)));
    }

    static <T> Finding<T> open(MissingFact fact) {
        return Finding.unknown(fact, "what would settle " + fact.id());
    }

    static Finding<Progression> stated() {
        return known(new Progression(ProgressionRule.STATUS_WORSENED, DAY, null, "a disease status says so"));
    }

    static Finding<Progression> inferred() {
        return known(new Progression(ProgressionRule.NEXT_LINE, null, null, "the next line began soon"));
    }

    /** The record says stable on a day. */
    static Finding<Progression> stable() {
        return known(new Progression(ProgressionRule.STATUS_STABLE, DAY, null, "the latest disease status is stable"));
    }

    /** It ended for another reason, which says nothing of the time since. */
    static Finding<Progression> endedOtherwise() {
        return known(
                new Progression(ProgressionRule.OTHER_STOP_REASON, null, null, "it ended for another recorded reason"));
    }

    static Finding<Progression> openProgression() {
        return open(MissingFact.PROGRESSION);
    }

    static Provenance from(String id) {
        return new Provenance("Observation/" + id, "value", DAY);
    }

    static List<Drug> drugs(String... names) {
        return Arrays.stream(names).sorted().map(TestFacts::drug).toList();
    }

    private static Drug drug(String name) {
        List<String> classes = CLASSES.getOrDefault(name, List.of());
        boolean ici = classes.stream().anyMatch(c -> c.startsWith("PD-") || c.startsWith("CTLA-"));
        return new Drug(
                name, classes, ici ? List.of("ICI") : List.of(), Drug.Role.ANTINEOPLASTIC, false, ici, List.of());
    }

    static FhirDate date(String text) {
        FhirDate date = FhirDate.parse(text);
        if (date == null) {
            throw new IllegalArgumentException(text);
        }
        return date;
    }
}
