package io.nextline.core.derive;

import io.nextline.core.fact.Finding;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PerformanceStatus;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.Observation;
import io.nextline.core.fhir.ObservationValue;
import io.nextline.core.fhir.Quantity;
import io.nextline.core.vocabulary.ObservationKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The newest performance status, ECOG or Karnofsky, with its age. A value that is not a score of its scale is no value; an old one is
 * marked as such (hazard HZ-15).
 */
final class PerformanceStatusDeriver {

    private static final Pattern SCORE = Pattern.compile("(?<![0-9.])([0-9]{1,3})(?![0-9.])");

    private record Assessment(boolean ecog, int score, FhirDate date, Provenance provenance) {}

    private final Chart chart;

    PerformanceStatusDeriver(Chart chart) {
        this.chart = chart;
    }

    Finding<PerformanceStatus> derive() {
        List<Assessment> found = new ArrayList<>();
        chart.observations().of(ObservationKind.ECOG).forEach(observation -> note(observation, true, found));
        chart.observations().of(ObservationKind.KARNOFSKY).forEach(observation -> note(observation, false, found));
        // On one day the worse score counts, and ECOG before Karnofsky.
        Comparator<Assessment> newest = Comparator.comparing(Assessment::date, Dates.BY_DAY)
                .thenComparing(Assessment::ecog)
                .thenComparing(a -> toEcog(a))
                .thenComparing(a -> a.provenance().reference());
        Integer karnofsky = found.stream()
                .filter(assessment -> !assessment.ecog() && !isStale(assessment))
                .max(newest)
                .map(Assessment::score)
                .orElse(null);
        return found.stream()
                .max(newest)
                .map(assessment -> finding(assessment, karnofsky))
                .orElseGet(() -> Finding.unknown(MissingFact.PERFORMANCE_STATUS, "the ECOG performance status"));
    }

    private boolean isStale(Assessment assessment) {
        return Dates.daysUntil(assessment.date(), chart.asOf())
                > chart.profile().performanceStatusMaxAgeDays();
    }

    private Finding<PerformanceStatus> finding(Assessment assessment, @Nullable Integer karnofsky) {
        return Finding.known(
                new PerformanceStatus(
                        toEcog(assessment),
                        assessment.ecog() ? karnofsky : Integer.valueOf(assessment.score()),
                        assessment.date(),
                        isStale(assessment)),
                List.of(assessment.provenance()));
    }

    private static void note(Observation observation, boolean ecog, List<Assessment> found) {
        FhirDate date =
                observation.effective() == null ? null : observation.effective().startOrEnd();
        Integer score = observation.value() == null ? null : score(observation.value(), ecog);
        if (date != null && score != null) {
            found.add(new Assessment(
                    ecog, score, date, new Provenance(observation.header().reference(), "value", date)));
        }
    }

    private static @Nullable Integer score(ObservationValue value, boolean ecog) {
        Integer number = null;
        if (value instanceof ObservationValue.Whole whole) {
            number = whole.number();
        } else if (value instanceof ObservationValue.Measured measured) {
            number = whole(measured.quantity());
        } else if (value instanceof ObservationValue.Text text) {
            number = onlyNumber(text.text());
        } else if (value instanceof ObservationValue.Coded coded) {
            number = coded.concept().text() != null
                    ? onlyNumber(coded.concept().text())
                    : coded.concept().coding().stream()
                            .map(coding -> coding.display() == null ? null : onlyNumber(coding.display()))
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null);
        }
        boolean onScale = number != null && number >= 0 && (ecog ? number <= 5 : number <= 100 && number % 10 == 0);
        return onScale ? number : null;
    }

    private static @Nullable Integer whole(Quantity quantity) {
        if (quantity.value() == null || quantity.comparator() != null) {
            return null;
        }
        return quantity.value().stripTrailingZeros().scale() > 0
                        || quantity.value().abs().intValue() > 100
                ? null
                : quantity.value().intValue();
    }

    private static @Nullable Integer onlyNumber(String text) {
        Matcher matcher = SCORE.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        int number = Integer.parseInt(matcher.group(1));
        return matcher.find() ? null : number;
    }

    /** Karnofsky to ECOG: 90 and more 0, 70 to 80 1, 50 to 60 2, 30 to 40 3, 10 to 20 4, 0 5. */
    private static int toEcog(Assessment assessment) {
        int score = assessment.score();
        if (assessment.ecog()) {
            return score;
        }
        return score == 0 ? 5 : score >= 90 ? 0 : score >= 70 ? 1 : score >= 50 ? 2 : score >= 30 ? 3 : 4;
    }
}
