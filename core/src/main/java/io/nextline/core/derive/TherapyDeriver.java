package io.nextline.core.derive;

import io.nextline.core.fact.CountRange;
import io.nextline.core.fact.Diagnosis;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.EndReason;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.LineCount;
import io.nextline.core.fact.LineCounting;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.LineRule;
import io.nextline.core.fact.Progression;
import io.nextline.core.fact.TherapyHistory;
import io.nextline.core.fact.TreatmentSetting;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.RecordArea;
import io.nextline.core.vocabulary.Drug;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The systemic therapy so far: uses gathered into lines, each with its setting, its end and what became of the cancer. */
final class TherapyDeriver {

    private final Chart chart;
    private final Diagnosis diagnosis;
    private final Collection<String> warnings;
    private final DrugUseReader reader;
    private final LineEnds ends;
    private final ProgressionDeriver progressions;

    TherapyDeriver(Chart chart, Diagnosis diagnosis, Collection<String> warnings) {
        this.chart = chart;
        this.diagnosis = diagnosis;
        this.warnings = warnings;
        this.reader = new DrugUseReader(chart, warnings).read();
        this.ends = new LineEnds(chart);
        this.progressions = new ProgressionDeriver(chart, reader.unidentified(), warnings);
    }

    TherapyHistory derive() {
        List<DrugUse> read = reader.uses();
        List<DrugUse> uses = new EarlierCancer(chart, diagnosis.diagnosed()).without(read, warnings);
        List<LineDraft> drafts = new LineAssembler(chart.profile(), this::progressedBetween).assemble(uses);
        List<TreatmentSetting> settings = settings(drafts);
        LineNumbers numbers = new LineNumbers(drafts, settings);
        List<LineOfTherapy> lines = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            lines.add(line(drafts, settings, i, numbers.position(i)));
        }
        return new TherapyHistory(
                lines,
                lines.isEmpty() ? List.of() : activeDrugs(drafts.get(drafts.size() - 1), lines.get(lines.size() - 1)),
                read.size(),
                reader.unidentified(),
                chart.record().coverage().isComplete(RecordArea.MEDICATIONS),
                reachesBeginning(drafts),
                new LineCount(
                        numbers.total(), numbers.isOrderKnown(), chart.profile().version()));
    }

    private static @Nullable Integer ordinal(TreatmentSetting setting, CountRange position) {
        boolean known = setting != TreatmentSetting.UNKNOWN && position.isExact();
        return known ? Integer.valueOf(position.fewest()) : null;
    }

    private List<TreatmentSetting> settings(List<LineDraft> drafts) {
        DiagnosisType cancer = diagnosis.type().orNull();
        SettingDeriver deriver = new SettingDeriver(chart, cancer);
        List<TreatmentSetting> settings = new ArrayList<>();
        for (LineDraft draft : drafts) {
            settings.add(deriver.of(draft, List.copyOf(settings)));
        }
        return settings;
    }

    private LineOfTherapy line(
            List<LineDraft> drafts, List<TreatmentSetting> settings, int index, CountRange position) {
        LineDraft draft = drafts.get(index);
        boolean latest = index == drafts.size() - 1;
        LineDraft next = latest ? null : drafts.get(index + 1);
        EndReason reason = ends.recordedReason(draft);
        Finding<Progression> progression =
                progressions.of(draft, reason, next, latest ? TreatmentSetting.UNKNOWN : settings.get(index + 1));
        boolean ongoing =
                latest && !ends.activeDrugs(draft, reason, progression).isEmpty();
        LineRule ended = ongoing
                ? LineRule.STILL_GIVEN
                : endRule(draft, settings.get(index), reason, progression.orNull(), next);
        EnumSet<LineRule> rules = draft.rules();
        rules.add(ended);
        return new LineOfTherapy(
                ordinal(settings.get(index), position),
                settings.get(index),
                draft.regimen(),
                draft.start(),
                ongoing ? null : ends.end(draft, next),
                endReason(ended, reason),
                progression,
                new LineCounting(position, List.copyOf(rules)),
                draft.provenance());
    }

    private LineRule endRule(
            LineDraft draft,
            TreatmentSetting setting,
            @Nullable EndReason recorded,
            @Nullable Progression progression,
            @Nullable LineDraft next) {
        if (recorded != null) {
            return LineRule.RECORDED_REASON;
        }
        if (progression != null && progression.grade() == Progression.Grade.STATED) {
            return LineRule.STATED_PROGRESSION;
        }
        if (setting == TreatmentSetting.ADJUVANT
                && lasted(draft) >= chart.profile().adjuvantCompletedDays()) {
            return LineRule.ADJUVANT_TERM;
        }
        if (next == null || !draft.isSurelyBefore(next)) {
            return LineRule.END_NOT_RECORDED;
        }
        return next.isRechallenge() ? LineRule.GAP : LineRule.NEXT_LINE;
    }

    private static EndReason endReason(LineRule ended, @Nullable EndReason recorded) {
        if (recorded != null) {
            return recorded;
        }
        return switch (ended) {
            case STILL_GIVEN -> EndReason.ONGOING;
            case STATED_PROGRESSION -> EndReason.PROGRESSION;
            case ADJUVANT_TERM -> EndReason.COMPLETED;
            case NEXT_LINE -> EndReason.SWITCHED;
            default -> EndReason.UNKNOWN;
        };
    }

    private static long lasted(LineDraft draft) {
        FhirDate start = draft.start();
        FhirDate last = draft.lastDose();
        return start == null || last == null ? 0 : Dates.days(start, last);
    }

    private List<Drug> activeDrugs(LineDraft draft, LineOfTherapy latest) {
        return ends.activeDrugs(draft, ends.recordedReason(draft), latest.progression());
    }

    private boolean progressedBetween(FhirDate from, FhirDate to) {
        return chart.statuses().stream()
                .anyMatch(event -> event.course() == StatusEvent.Course.WORSENED
                        && event.date() != null
                        && event.date().earliest().isAfter(from.latest())
                        && !event.date().earliest().isAfter(to.latest()));
    }

    /** Ruling 9.1: the first known line starts within a year of the earliest dated diagnosis of this cancer. */
    private boolean reachesBeginning(List<LineDraft> drafts) {
        FhirDate diagnosed = diagnosis.diagnosed();
        FhirDate first = drafts.isEmpty() ? null : drafts.get(0).start();
        return diagnosed != null
                && first != null
                && Dates.mostDays(diagnosed, first) <= chart.profile().recordReachesBeginningDays();
    }
}
