package io.nextline.core.derive;

import io.nextline.core.fact.Finding;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.Provenance;
import io.nextline.core.vocabulary.ObservationKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The newest laboratory values against the limits of the laboratory that measured them (hazard HZ-12). Values of one day that give
 * different answers give none.
 */
final class Laboratory {

    private static final BigDecimal ALBUMIN_NORMAL_G_DL = new BigDecimal("4.0");
    private static final BigDecimal CALCIUM_PER_ALBUMIN = new BigDecimal("0.8");

    private final LabReader reader;

    /**
     * Creates a laboratory.
     *
     * @param notBefore the day before which values belong to an earlier line of therapy, or null
     */
    Laboratory(Chart chart, @Nullable LocalDate notBefore) {
        this.reader = new LabReader(chart, notBefore);
    }

    /** Returns whether the newest value lies below the laboratory's lower limit. */
    Finding<Boolean> below(ObservationKind analyte) {
        return judged(newest(analyte), LabResult::isLow, analyte.id());
    }

    /** Returns whether the newest value lies above the laboratory's upper limit. */
    Finding<Boolean> above(ObservationKind analyte) {
        return judged(newest(analyte), LabResult::isHigh, analyte.id());
    }

    /**
     * Returns whether calcium, corrected for albumin, lies above the upper limit: measured calcium in mg/dL plus 0.8 for each g/dL of
     * albumin below 4.0 (Payne et al., BMJ 1973). Without albumin the corrected value is unknown; ionised calcium is another scale.
     */
    Finding<Boolean> correctedCalciumAbove() {
        List<LabResult> corrected = newest(ObservationKind.CALCIUM_CORRECTED);
        List<LabResult> total = newest(ObservationKind.CALCIUM);
        boolean reported = !corrected.isEmpty()
                && (total.isEmpty()
                        || Dates.BY_DAY.compare(
                                        corrected.get(0).date(), total.get(0).date())
                                >= 0);
        if (reported) {
            Finding<Boolean> known = judged(corrected, LabResult::isHigh, "calcium");
            if (known.orNull() != null) {
                return known;
            }
        }
        return computed(total);
    }

    private Finding<Boolean> computed(List<LabResult> total) {
        List<Provenance> from = new ArrayList<>();
        Boolean all = null;
        List<LabResult> albumin = reader.all(ObservationKind.ALBUMIN);
        for (LabResult calcium : total) {
            for (LabResult protein : nearest(albumin, calcium)) {
                MeasuredRange value =
                        calcium.value().plus(protein.value().lessThan(ALBUMIN_NORMAL_G_DL, CALCIUM_PER_ALBUMIN));
                Boolean one = LabResult.above(value, calcium.highs());
                if (one == null || (all != null && !all.equals(one))) {
                    return missing("calcium with albumin");
                }
                all = one;
                from.add(calcium.provenance());
                from.add(protein.provenance());
            }
        }
        return all == null ? missing("calcium with albumin") : known(all, from);
    }

    /** Returns the albumin values of the day nearest to that of the calcium; of two such days the later. */
    private static List<LabResult> nearest(List<LabResult> albumin, LabResult calcium) {
        Comparator<LabResult> distance =
                Comparator.comparingLong(result -> Math.abs(Dates.days(result.date(), calcium.date())));
        LabResult best = albumin.stream().min(distance).orElse(null);
        return best == null
                ? List.of()
                : albumin.stream()
                        .filter(result -> result.date().equals(best.date()))
                        .toList();
    }

    private List<LabResult> newest(ObservationKind analyte) {
        List<LabResult> all = reader.all(analyte);
        return all.stream()
                .filter(result -> Dates.BY_DAY.compare(result.date(), all.get(0).date()) == 0)
                .toList();
    }

    private static Finding<Boolean> judged(
            List<LabResult> results, Function<LabResult, @Nullable Boolean> judge, String analyte) {
        Boolean all = null;
        for (LabResult result : results) {
            Boolean one = judge.apply(result);
            if (one == null || (all != null && !all.equals(one))) {
                return missing(analyte);
            }
            all = one;
        }
        return all == null
                ? missing(analyte)
                : known(all, results.stream().map(LabResult::provenance).toList());
    }

    private static Finding<Boolean> known(boolean value, List<Provenance> from) {
        return Finding.known(value, from.stream().distinct().toList());
    }

    private static Finding<Boolean> missing(String analyte) {
        return Finding.unknown(MissingFact.IMDC, "a recent " + analyte + " value with the laboratory's limits");
    }
}
