package io.nextline.core.derive;

import io.nextline.core.fact.Finding;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.Observation;
import io.nextline.core.fhir.ObservationValue;
import io.nextline.core.fhir.Quantity;
import io.nextline.core.vocabulary.LabValue;
import io.nextline.core.vocabulary.ObservationKind;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The newest laboratory values against the limits of the laboratory that measured them. A value with a comparator, without a unit, in
 * an unknown unit or outside what is plausible says nothing (hazards HZ-11 to HZ-13, HZ-15).
 */
final class Laboratory {

    private static final Pattern RANGE = Pattern.compile(
            "^\\s*([0-9]{1,6}(?:\\.[0-9]{1,4})?)\\s*(?:-|–|to)\\s*" + "([0-9]{1,6}(?:\\.[0-9]{1,4})?)(?:\\s.*)?$");
    private static final BigDecimal ALBUMIN_NORMAL_G_DL = new BigDecimal("4.0");
    private static final BigDecimal CALCIUM_PER_ALBUMIN = new BigDecimal("0.8");

    private final Chart chart;

    Laboratory(Chart chart) {
        this.chart = chart;
    }

    /** A usable value in the analyte's canonical unit, with its limits in the same unit. */
    private record Result(
            BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            List<CodeableConcept> interpretation,
            FhirDate date,
            Provenance provenance) {}

    /** Returns whether the newest value lies below the laboratory's lower limit. */
    Finding<Boolean> below(ObservationKind analyte) {
        Result result = newest(analyte);
        if (result != null && result.low() != null) {
            return Finding.known(result.value().compareTo(result.low()) < 0, List.of(result.provenance()));
        }
        return byInterpretation(analyte, result, "L");
    }

    /** Returns whether the newest value lies above the laboratory's upper limit. */
    Finding<Boolean> above(ObservationKind analyte) {
        Result result = newest(analyte);
        if (result != null && result.high() != null) {
            return Finding.known(result.value().compareTo(result.high()) > 0, List.of(result.provenance()));
        }
        return byInterpretation(analyte, result, "H");
    }

    /**
     * Returns whether calcium, corrected for albumin, lies above the upper limit: measured calcium in mg/dL plus 0.8 for each g/dL of
     * albumin below 4.0 (Payne et al., BMJ 1973). Without albumin the corrected value is unknown.
     */
    Finding<Boolean> correctedCalciumAbove() {
        Result corrected = newest(ObservationKind.CALCIUM_CORRECTED);
        if (corrected != null && corrected.high() != null) {
            return above(ObservationKind.CALCIUM_CORRECTED);
        }
        Result total = newest(ObservationKind.CALCIUM);
        Result albumin = newest(ObservationKind.ALBUMIN);
        if (total == null || total.high() == null || albumin == null) {
            return missing("calcium with albumin");
        }
        BigDecimal value =
                total.value().add(ALBUMIN_NORMAL_G_DL.subtract(albumin.value()).multiply(CALCIUM_PER_ALBUMIN));
        return Finding.known(value.compareTo(total.high()) > 0, List.of(total.provenance(), albumin.provenance()));
    }

    private static Finding<Boolean> byInterpretation(ObservationKind analyte, @Nullable Result result, String flag) {
        if (result == null) {
            return missing(analyte.id());
        }
        boolean flagged = has(result, flag) || has(result, flag + flag);
        boolean judged = flagged
                || has(result, "N")
                || has(result, "L")
                || has(result, "LL")
                || has(result, "H")
                || has(result, "HH");
        return judged ? Finding.known(flagged, List.of(result.provenance())) : missing(analyte.id());
    }

    private static boolean has(Result result, String code) {
        return result.interpretation().stream().anyMatch(concept -> concept.hasCode(code));
    }

    private static Finding<Boolean> missing(String analyte) {
        return Finding.unknown(MissingFact.IMDC, "a recent " + analyte + " value with the laboratory's limits");
    }

    private @Nullable Result newest(ObservationKind analyte) {
        Result best = null;
        Comparator<Result> order = Comparator.comparing(Result::date, Dates.BY_DAY)
                .thenComparing(Result::value)
                .thenComparing(Result::provenance, Provenance.ORDER);
        for (Observation observation : chart.observations().of(analyte)) {
            Result result = result(analyte, observation);
            best = result != null && (best == null || order.compare(result, best) > 0) ? result : best;
        }
        return best;
    }

    private @Nullable Result result(ObservationKind analyte, Observation observation) {
        FhirDate date =
                observation.effective() == null ? null : observation.effective().startOrEnd();
        if (date == null
                || Dates.daysUntil(date, chart.asOf()) > chart.profile().labMaxAgeDays()
                || !(observation.value() instanceof ObservationValue.Measured measured)
                || measured.quantity().comparator() != null) {
            return null;
        }
        String unit = measured.quantity().codeOrUnit();
        BigDecimal value = canonical(analyte, measured.quantity().value(), unit);
        if (value == null) {
            return null;
        }
        return new Result(
                value,
                limit(analyte, observation, unit, true),
                limit(analyte, observation, unit, false),
                observation.interpretation(),
                date,
                new Provenance(observation.header().reference(), "value", date));
    }

    private @Nullable BigDecimal canonical(ObservationKind analyte, @Nullable BigDecimal value, @Nullable String unit) {
        LabValue canonical = value == null || unit == null
                ? null
                : chart.vocabulary().observations().normalise(analyte, value, unit);
        return canonical == null ? null : canonical.value();
    }

    /** The limit may be a quantity, often without a unit of its own, or stand in words only. */
    private @Nullable BigDecimal limit(
            ObservationKind analyte, Observation observation, @Nullable String unit, boolean low) {
        for (Observation.ReferenceRange range : observation.referenceRange()) {
            Quantity bound = low ? range.low() : range.high();
            if (bound != null && bound.value() != null) {
                return canonical(analyte, bound.value(), bound.codeOrUnit() == null ? unit : bound.codeOrUnit());
            }
            Matcher words = range.text() == null ? null : RANGE.matcher(range.text());
            if (words != null && words.matches()) {
                return canonical(analyte, new BigDecimal(words.group(low ? 1 : 2)), unit);
            }
        }
        return null;
    }
}
