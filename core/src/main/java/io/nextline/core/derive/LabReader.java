package io.nextline.core.derive;

import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.Observation;
import io.nextline.core.fhir.ObservationValue;
import io.nextline.core.fhir.Quantity;
import io.nextline.core.vocabulary.LabValue;
import io.nextline.core.vocabulary.ObservationKind;
import io.nextline.core.vocabulary.ObservationVocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads laboratory values that are recent enough. A value without a unit, in an unknown unit, in two units that contradict each other,
 * or outside what is plausible says nothing; one with a comparator is an interval (hazards HZ-11 to HZ-13, HZ-15).
 */
final class LabReader {

    private final Chart chart;
    private final ObservationVocabulary vocabulary;
    private final @Nullable LocalDate notBefore;

    /**
     * Creates a reader.
     *
     * @param notBefore the day before which values belong to an earlier line of therapy, or null
     */
    LabReader(Chart chart, @Nullable LocalDate notBefore) {
        this.chart = chart;
        this.vocabulary = chart.vocabulary().observations();
        this.notBefore = notBefore;
    }

    /** Returns every usable value of the analyte, the newest first. */
    List<LabResult> all(ObservationKind analyte) {
        List<LabResult> results = new ArrayList<>();
        for (Measurement measurement : chart.observations().measured(analyte)) {
            LabResult result = result(analyte, measurement);
            if (result != null) {
                results.add(result);
            }
        }
        results.sort(Comparator.comparing(LabResult::date, Dates.BY_DAY)
                .reversed()
                .thenComparing(result -> result.provenance().reference()));
        return results;
    }

    private @Nullable LabResult result(ObservationKind analyte, Measurement measurement) {
        FhirDate date = measurement.date();
        Quantity quantity = quantity(measurement.value());
        String unit = quantity == null ? null : unit(analyte, quantity);
        if (date == null || quantity == null || unit == null || !isCurrent(date)) {
            return null;
        }
        BigDecimal bound = canonical(analyte, quantity.value(), unit);
        MeasuredRange value = bound == null ? null : MeasuredRange.of(quantity.comparator(), bound);
        if (value == null) {
            return null;
        }
        List<BigDecimal> lows = new ArrayList<>(1);
        List<BigDecimal> highs = new ArrayList<>(1);
        for (Observation.ReferenceRange range : measurement.ranges()) {
            limits(analyte, range, unit, lows, highs);
        }
        return new LabResult(value, lows, highs, measurement.interpretation(), date, measurement.provenance());
    }

    private boolean isCurrent(FhirDate date) {
        boolean old = Dates.mostDaysUntil(date, chart.asOf()) > chart.profile().labMaxAgeDays();
        return !old && (notBefore == null || !date.isSurelyBefore(notBefore));
    }

    /** A text counts like a quantity if it is one number with its unit. */
    private static @Nullable Quantity quantity(@Nullable ObservationValue value) {
        if (value instanceof ObservationValue.Measured measured) {
            return measured.quantity();
        }
        RangeText text = value instanceof ObservationValue.Text words ? RangeText.read(words.text()) : null;
        return text == null || text.second() != null
                ? null
                : new Quantity(text.first(), text.comparator(), text.unit(), null, null);
    }

    private @Nullable BigDecimal canonical(ObservationKind analyte, @Nullable BigDecimal value, @Nullable String unit) {
        LabValue canonical = vocabulary.normalise(analyte, value, unit);
        return canonical == null ? null : canonical.value();
    }

    /** Returns the unit that is understood: the coded one, else the written one; null if both are and they differ. */
    private @Nullable String unit(ObservationKind analyte, Quantity quantity) {
        BigDecimal coded = vocabulary.factor(analyte, quantity.code());
        BigDecimal written = vocabulary.factor(analyte, quantity.unit());
        if (coded != null && written != null && coded.compareTo(written) != 0) {
            return null;
        }
        return coded != null ? quantity.code() : written != null ? quantity.unit() : null;
    }

    /** A limit may be a quantity, often without a unit of its own, or stand in words only. */
    private void limits(
            ObservationKind analyte,
            Observation.ReferenceRange range,
            String unit,
            List<BigDecimal> lows,
            List<BigDecimal> highs) {
        if (range.low() != null || range.high() != null) {
            note(limit(analyte, range.low(), unit), lows);
            note(limit(analyte, range.high(), unit), highs);
            return;
        }
        RangeText words = range.text() == null ? null : RangeText.read(range.text());
        if (words != null) {
            String own = words.unit() == null ? unit : words.unit();
            note(canonical(analyte, words.low(), own), lows);
            note(canonical(analyte, words.high(), own), highs);
        }
    }

    private @Nullable BigDecimal limit(ObservationKind analyte, @Nullable Quantity bound, String unit) {
        if (bound == null || bound.value() == null) {
            return null;
        }
        boolean without = bound.code() == null && bound.unit() == null;
        return canonical(analyte, bound.value(), without ? unit : unit(analyte, bound));
    }

    private static void note(@Nullable BigDecimal limit, List<BigDecimal> limits) {
        if (limit != null) {
            limits.add(limit);
        }
    }
}
