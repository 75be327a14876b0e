package io.nextline.core.derive;

import io.nextline.core.fact.Diagnosis;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.Imdc;
import io.nextline.core.fact.Imdc.Factor;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PerformanceStatus;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fact.TherapyHistory;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.ObservationKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The six IMDC factors, each from the newest value that is recent enough and judged by the laboratory's own limits (hazard HZ-12).
 * Definition: Heng et al., J Clin Oncol 2009; one point each for Karnofsky below 80, less than a year from diagnosis to systemic
 * therapy, haemoglobin below and corrected calcium, neutrophils and platelets above the limits of normal.
 */
final class ImdcDeriver {

    private final Laboratory laboratory;

    ImdcDeriver(Chart chart) {
        this.laboratory = new Laboratory(chart);
    }

    Imdc derive(Diagnosis diagnosis, TherapyHistory therapy, Finding<PerformanceStatus> status) {
        Map<Factor, Finding<Boolean>> factors = new EnumMap<>(Factor.class);
        factors.put(Factor.HAEMOGLOBIN, laboratory.below(ObservationKind.HAEMOGLOBIN));
        factors.put(Factor.CALCIUM, laboratory.correctedCalciumAbove());
        factors.put(Factor.NEUTROPHILS, laboratory.above(ObservationKind.NEUTROPHILS));
        factors.put(Factor.PLATELETS, laboratory.above(ObservationKind.PLATELETS));
        factors.put(Factor.KARNOFSKY, karnofsky(status));
        factors.put(Factor.TIME, time(diagnosis, therapy));
        return new Imdc(factors);
    }

    /** ECOG 1 may be Karnofsky 70 or 80, on either side of the border, so it leaves the factor open. */
    private static Finding<Boolean> karnofsky(Finding<PerformanceStatus> status) {
        PerformanceStatus known = status.orNull();
        boolean ambiguous = known != null && known.karnofsky() == null && known.ecog() == 1;
        if (known == null || known.stale() || ambiguous) {
            return Finding.unknown(MissingFact.IMDC, "a current Karnofsky score");
        }
        List<Provenance> provenance = status.fold(Finding.Known::provenance, open -> List.of());
        boolean below = known.karnofsky() == null ? known.ecog() >= 2 : known.karnofsky() < 80;
        return Finding.known(below, provenance);
    }

    private static Finding<Boolean> time(Diagnosis diagnosis, TherapyHistory therapy) {
        FhirDate diagnosed = diagnosis.diagnosed();
        FhirDate treated = null;
        for (LineOfTherapy line : therapy.lines()) {
            if (line.isAdvanced() && treated == null) {
                treated = line.start();
            }
        }
        if (diagnosed == null || treated == null) {
            return Finding.unknown(MissingFact.IMDC, "the dates of diagnosis and of the first systemic therapy");
        }
        boolean surelyUnder = treated.latest().isBefore(diagnosed.earliest().plusYears(1));
        boolean surelyOver = !treated.earliest().isBefore(diagnosed.latest().plusYears(1));
        return surelyUnder || surelyOver
                ? Finding.known(surelyUnder, diagnosis.provenance())
                : Finding.unknown(MissingFact.IMDC, "the exact dates of diagnosis and of the first systemic therapy");
    }
}
