package io.nextline.core.derive;

import io.nextline.core.fact.Diagnosis;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.Imdc;
import io.nextline.core.fact.Imdc.Factor;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PerformanceStatus;
import io.nextline.core.fact.TherapyHistory;
import io.nextline.core.fact.TreatmentSetting;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.ObservationKind;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The six IMDC factors, each from the newest value that is recent enough and judged by the laboratory's own limits (hazard HZ-12).
 * Definition: Heng et al., J Clin Oncol 2009; one point each for Karnofsky below 80, less than a year from diagnosis to systemic
 * therapy, haemoglobin below and corrected calcium, neutrophils and platelets above the limits of normal.
 */
final class ImdcDeriver {

    private static final int BORDER = 80;

    private final Chart chart;

    ImdcDeriver(Chart chart) {
        this.chart = chart;
    }

    Imdc derive(Diagnosis diagnosis, TherapyHistory therapy, Finding<PerformanceStatus> status) {
        Laboratory laboratory = new Laboratory(chart, notBefore(therapy));
        Map<Factor, Finding<Boolean>> factors = new EnumMap<>(Factor.class);
        factors.put(Factor.HAEMOGLOBIN, laboratory.below(ObservationKind.HAEMOGLOBIN));
        factors.put(Factor.CALCIUM, laboratory.correctedCalciumAbove());
        factors.put(Factor.NEUTROPHILS, laboratory.above(ObservationKind.NEUTROPHILS));
        factors.put(Factor.PLATELETS, laboratory.above(ObservationKind.PLATELETS));
        factors.put(Factor.KARNOFSKY, karnofsky(status));
        factors.put(Factor.TIME, time(diagnosis, therapy));
        return new Imdc(factors);
    }

    /** The group is that of the line to come: values from before the line that has failed are not the patient's of now. */
    private static @Nullable LocalDate notBefore(TherapyHistory therapy) {
        LineOfTherapy latest = therapy.latest();
        return latest == null || latest.start() == null || !latest.hasProgressed()
                ? null
                : latest.start().earliest();
    }

    /** ECOG 1 may be Karnofsky 70 or 80, on either side of the border, so it leaves the factor open. */
    private static Finding<Boolean> karnofsky(Finding<PerformanceStatus> status) {
        PerformanceStatus known = status.orNull();
        Boolean below = known == null ? null : below(known);
        return below == null
                ? Finding.unknown(MissingFact.IMDC, "a current Karnofsky score")
                : Finding.known(below, status.fold(Finding.Known::provenance, open -> List.of()));
    }

    private static @Nullable Boolean below(PerformanceStatus status) {
        if (status.stale()) {
            return null;
        }
        if (status.karnofsky() != null) {
            return status.karnofsky() < BORDER;
        }
        return status.best() >= 2 ? Boolean.TRUE : status.worst() == 0 ? Boolean.FALSE : null;
    }

    /**
     * A year from diagnosis to the first systemic therapy for advanced disease. That it was less is sure from the first therapy known;
     * that it was not needs the whole of the medication record, for an earlier line may be missing.
     */
    private static Finding<Boolean> time(Diagnosis diagnosis, TherapyHistory therapy) {
        FhirDate diagnosed = diagnosis.diagnosed();
        LineOfTherapy first = firstAdvanced(therapy);
        FhirDate treated = first == null ? null : first.start();
        if (diagnosed == null || treated == null) {
            return Finding.unknown(MissingFact.IMDC, "the dates of diagnosis and of the first systemic therapy");
        }
        boolean surelyUnder = treated.latest().isBefore(diagnosed.earliest().plusYears(1));
        boolean surelyOver = !treated.earliest().isBefore(diagnosed.latest().plusYears(1));
        if (surelyOver && !therapy.supportsAbsence()) {
            return Finding.unknown(MissingFact.IMDC, "whether there was systemic therapy before the first on record");
        }
        return surelyUnder || surelyOver
                ? Finding.known(surelyUnder, diagnosis.provenance())
                : Finding.unknown(MissingFact.IMDC, "the exact dates of diagnosis and of the first systemic therapy");
    }

    /** Returns the first line for advanced disease; null if there is none, or an earlier one of unknown setting may be it. */
    private static @Nullable LineOfTherapy firstAdvanced(TherapyHistory therapy) {
        for (LineOfTherapy line : therapy.lines()) {
            if (line.isAdvanced() || line.setting() == TreatmentSetting.UNKNOWN) {
                return line.isAdvanced() ? line : null;
            }
        }
        return null;
    }
}
