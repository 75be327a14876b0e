package io.nextline.core.evidence;

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
import io.nextline.core.fact.Stage;
import io.nextline.core.fact.TherapyHistory;
import io.nextline.core.fact.TreatmentSetting;
import io.nextline.core.vocabulary.Drug;
import io.nextline.core.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the facts of a patient; what is not set is unknown, and the therapy data are whole. */
final class Patients {

    private final Vocabulary vocabulary;
    private Finding<DiagnosisType> type = unknown(MissingFact.DIAGNOSIS_TYPE);
    private Finding<String> histology = unknown(MissingFact.HISTOLOGY);
    private Finding<Stage> stage = unknown(MissingFact.STAGE);
    private Finding<Boolean> primary = unknown(MissingFact.PRIMARY_IN_PLACE);
    private Finding<Boolean> oligoprogression = unknown(MissingFact.METASTATIC_SITES);
    private Finding<Boolean> recurrence = unknown(MissingFact.PROGRESSION);
    private final List<LineOfTherapy> lines = new ArrayList<>();
    private final List<MetastaticSite> sites = new ArrayList<>();
    private final List<DraftOrder> drafts = new ArrayList<>();
    private List<Drug> active = List.of();
    private @Nullable AdjuvantIci adjuvant;
    private LocalDate asOf = LocalDate.of(2026, 11, 21);
    private boolean readWhole = true;
    private boolean reachesBeginning;

    private Patients(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static Patients with(Vocabulary vocabulary, DiagnosisType type) {
        Patients patient = new Patients(vocabulary);
        patient.type = known(type);
        return patient;
    }

    Patients on(LocalDate day) {
        asOf = day;
        return this;
    }

    Patients histology(String id) {
        histology = known(id);
        return this;
    }

    Patients stage(Stage now) {
        stage = known(now);
        return this;
    }

    Patients primaryInPlace(boolean inPlace) {
        primary = known(inPlace);
        return this;
    }

    Patients oligoprogression(boolean few) {
        oligoprogression = known(few);
        return this;
    }

    Patients site(String organ) {
        sites.add(new MetastaticSite(organ, null, List.of()));
        return this;
    }

    Patients reachingBeginning() {
        reachesBeginning = true;
        return this;
    }

    Patients notReadWhole() {
        readWhole = false;
        return this;
    }

    /** Adds a line for advanced disease with progression. */
    Patients progressedOn(String... drugs) {
        return line(TreatmentSetting.ADVANCED, progression(Progression.Grade.STATED), drugs);
    }

    /** Adds a line for advanced disease that ended for another reason. */
    Patients stableOn(String... drugs) {
        return line(TreatmentSetting.ADVANCED, progression(Progression.Grade.NONE), drugs);
    }

    /** Adds a line for advanced disease of which nothing more is known, and which goes on. */
    Patients nowOn(String... drugs) {
        active = drugs(drugs);
        return line(TreatmentSetting.ADVANCED, unknown(MissingFact.PROGRESSION), drugs);
    }

    Patients inCurativeSetting(TreatmentSetting setting, String... drugs) {
        return line(setting, progression(Progression.Grade.NONE), drugs);
    }

    /** Adds an adjuvant line with the relapse at that time. */
    Patients relapsedAfterAdjuvant(AdjuvantIci.Timing timing, boolean completed, String... drugs) {
        line(TreatmentSetting.ADJUVANT, progression(Progression.Grade.STATED), drugs);
        adjuvant =
                new AdjuvantIci(lines.get(lines.size() - 1), known(true), null, known(timing), known(completed), null);
        recurrence = known(true);
        return this;
    }

    Patients drafted(String... drugs) {
        drafts.add(new DraftOrder("MedicationRequest/draft", drugs(drugs), null, true, false));
        return this;
    }

    Patients draftedProcedure(String kind) {
        drafts.add(new DraftOrder("ServiceRequest/draft", List.of(), kind, true, false));
        return this;
    }

    PatientFacts facts() {
        int advanced = (int) lines.stream().filter(LineOfTherapy::isAdvanced).count();
        LineCount count = new LineCount(CountRange.exactly(advanced), true, "test");
        TherapyHistory therapy = new TherapyHistory(lines, active, 10, List.of(), readWhole, reachesBeginning, count);
        return new PatientFacts(
                asOf,
                known(true),
                Circumstances.NONE,
                new Diagnosis(type, histology, null, true),
                stage,
                therapy,
                adjuvant,
                sites,
                primary,
                oligoprogression,
                recurrence,
                unknown(MissingFact.PERFORMANCE_STATUS),
                null,
                null,
                new Proposal(drafts, active),
                List.of());
    }

    private Patients line(TreatmentSetting setting, Finding<Progression> progression, String... drugs) {
        boolean advanced = setting == TreatmentSetting.ADVANCED;
        int ordinal = advanced
                ? 1 + (int) lines.stream().filter(LineOfTherapy::isAdvanced).count()
                : 0;
        lines.add(new LineOfTherapy(
                ordinal,
                setting,
                drugs(drugs),
                null,
                null,
                EndReason.UNKNOWN,
                progression,
                LineCounting.of(ordinal, LineRule.FIRST_ON_RECORD),
                List.of()));
        return this;
    }

    private static Finding<Progression> progression(Progression.Grade grade) {
        ProgressionRule rule = switch (grade) {
            case STATED -> ProgressionRule.STATUS_WORSENED;
            case INFERRED -> ProgressionRule.NEXT_LINE;
            case NONE -> ProgressionRule.STATUS_STABLE;
        };
        return known(new Progression(rule, null, null, "test"));
    }

    private List<Drug> drugs(String... names) {
        return Arrays.stream(names).sorted().map(vocabulary.drugs()::find).toList();
    }

    private static <T> Finding<T> known(T value) {
        return Finding.known(value, List.of());
    }

    private static <T> Finding<T> unknown(MissingFact fact) {
        return Finding.unknown(fact, "not in the record");
    }
}
