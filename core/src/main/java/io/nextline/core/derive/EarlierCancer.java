package io.nextline.core.derive;

import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.DiagnosisKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Therapy for a cancer that the patient had before (hazard HZ-17): it was over when the present cancer was found, and another
 * cancer is on record from that time. It is no line for the present one. A checkpoint inhibitor stays whatever it was given for,
 * because the evidence asks whether the patient ever had one.
 */
final class EarlierCancer {

    private static final String ICI = "ICI";

    private final Chart chart;
    private final @Nullable FhirDate diagnosed;

    EarlierCancer(Chart chart, @Nullable FhirDate diagnosed) {
        this.chart = chart;
        this.diagnosed = diagnosed;
    }

    /** Returns the uses that may have been for the present cancer, and warns of the others. */
    List<DrugUse> without(List<DrugUse> uses, Collection<String> warnings) {
        List<DrugUse> kept = new ArrayList<>(uses.size());
        for (DrugUse use : uses) {
            if (!isForAnEarlierCancer(use)) {
                kept.add(use);
            }
        }
        if (kept.size() < uses.size()) {
            warnings.add("not counted: therapy that ended before this cancer was found, beside an earlier cancer");
        }
        return kept;
    }

    private boolean isForAnEarlierCancer(DrugUse use) {
        FhirDate start = use.start();
        FhirDate last = use.last();
        if (diagnosed == null || start == null || last == null || use.drug().isA(ICI)) {
            return false;
        }
        int lag = chart.profile().metastasisRecordingLagDays();
        return Dates.fewestDays(last, diagnosed) > lag && hadAnotherCancerBy(start);
    }

    private boolean hadAnotherCancerBy(FhirDate day) {
        return chart.conditions().stream()
                .anyMatch(row ->
                        isAnother(row) && (row.since() == null || !row.since().isSurelyAfter(day.latest())));
    }

    private static boolean isAnother(CodedCondition row) {
        DiagnosisKind kind = row.code().kind();
        return (kind == DiagnosisKind.PRIMARY || kind == DiagnosisKind.HISTORY)
                && row.isAnotherCancer()
                && !row.code().isMinor();
    }
}
