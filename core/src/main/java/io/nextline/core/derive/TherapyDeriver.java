package io.nextline.core.derive;

import io.nextline.core.fact.Diagnosis;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.EndReason;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.Progression;
import io.nextline.core.fact.TherapyHistory;
import io.nextline.core.fact.TreatmentSetting;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.RecordArea;
import io.nextline.core.vocabulary.Drug;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The systemic therapy so far: uses gathered into lines, each with its setting, its end and what became of the cancer. */
final class TherapyDeriver {

    private final Chart chart;
    private final Diagnosis diagnosis;
    private final DrugUseReader reader;
    private final LineEnds ends;
    private final ProgressionDeriver progressions;

    TherapyDeriver(Chart chart, Diagnosis diagnosis, Collection<String> warnings) {
        this.chart = chart;
        this.diagnosis = diagnosis;
        this.reader = new DrugUseReader(chart, warnings).read();
        this.ends = new LineEnds(chart);
        this.progressions = new ProgressionDeriver(chart);
    }

    TherapyHistory derive() {
        List<LineDraft> drafts = new LineAssembler(chart.profile(), this::progressedBetween).assemble(reader.uses());
        List<TreatmentSetting> settings = settings(drafts);
        List<LineOfTherapy> lines = new ArrayList<>();
        int ordinal = 0;
        for (int i = 0; i < drafts.size(); i++) {
            boolean advanced = settings.get(i) == TreatmentSetting.ADVANCED;
            ordinal += advanced ? 1 : 0;
            lines.add(line(drafts, settings, i, number(settings.get(i), ordinal)));
        }
        return new TherapyHistory(
                lines,
                lines.isEmpty() ? List.of() : activeDrugs(drafts.get(drafts.size() - 1), lines.get(lines.size() - 1)),
                reader.uses().size(),
                reader.unidentified(),
                chart.record().coverage().isComplete(RecordArea.MEDICATIONS),
                reachesBeginning(drafts),
                isOrderKnown(drafts));
    }

    private static @Nullable Integer number(TreatmentSetting setting, int ordinal) {
        if (setting == TreatmentSetting.UNKNOWN) {
            return null;
        }
        return setting.isCurative() ? Integer.valueOf(0) : Integer.valueOf(ordinal);
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
            List<LineDraft> drafts, List<TreatmentSetting> settings, int index, @Nullable Integer ordinal) {
        LineDraft draft = drafts.get(index);
        boolean latest = index == drafts.size() - 1;
        LineDraft next = latest ? null : drafts.get(index + 1);
        EndReason reason = ends.recordedReason(draft);
        Finding<Progression> progression =
                progressions.of(draft, reason, next, latest ? TreatmentSetting.UNKNOWN : settings.get(index + 1));
        boolean ongoing =
                latest && !ends.activeDrugs(draft, reason, progression).isEmpty();
        return new LineOfTherapy(
                ordinal,
                settings.get(index),
                draft.regimen(),
                draft.start(),
                ongoing ? null : ends.end(draft, next),
                ongoing ? EndReason.ONGOING : endReason(draft, settings.get(index), reason, progression, next),
                progression,
                draft.rule(),
                draft.provenance());
    }

    private EndReason endReason(
            LineDraft draft,
            TreatmentSetting setting,
            @Nullable EndReason recorded,
            Finding<Progression> progression,
            @Nullable LineDraft next) {
        if (recorded != null) {
            return recorded;
        }
        Progression known = progression.orNull();
        if (known != null && known.grade() == Progression.Grade.STATED) {
            return EndReason.PROGRESSION;
        }
        if (setting == TreatmentSetting.ADJUVANT
                && lasted(draft) >= chart.profile().adjuvantCompletedDays()) {
            return EndReason.COMPLETED;
        }
        return next == null ? EndReason.UNKNOWN : EndReason.SWITCHED;
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

    private static boolean isOrderKnown(List<LineDraft> drafts) {
        for (int i = 0; i + 1 < drafts.size(); i++) {
            FhirDate start = drafts.get(i).start();
            FhirDate next = drafts.get(i + 1).start();
            if (start == null || next == null || Dates.fewestDays(start, next) < 0) {
                return false;
            }
        }
        // An undated dose may lie between two lines and make them one, or open one of its own.
        return drafts.size() < 2
                || drafts.stream().flatMap(draft -> draft.uses().stream()).noneMatch(use -> use.start() == null);
    }
}
