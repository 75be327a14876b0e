package io.nextline.core.derive;

import io.nextline.core.fact.Finding;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PerformanceStatus;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Coding;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.ObservationValue;
import io.nextline.core.fhir.Quantity;
import io.nextline.core.vocabulary.ObservationKind;
import io.nextline.core.vocabulary.PerformanceVocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest performance status, ECOG or Karnofsky, with its age. A value that is not a score of its scale is no value; scores of one
 * day that differ make a range; an old one is marked as such (hazard HZ-15).
 */
final class PerformanceStatusDeriver {

    private static final int DEAD = 5;

    /** A score or range of scores on the ECOG scale, or of Karnofsky. */
    private record Assessment(boolean ecog, int best, int worst, FhirDate date, Provenance provenance) {}

    private final Chart chart;
    private final PerformanceVocabulary answers;
    private final Collection<String> warnings;

    PerformanceStatusDeriver(Chart chart, Collection<String> warnings) {
        this.chart = chart;
        this.answers = chart.vocabulary().performance();
        this.warnings = warnings;
    }

    Finding<PerformanceStatus> derive() {
        List<Assessment> ecog = newest(ObservationKind.ECOG);
        List<Assessment> karnofsky = newest(ObservationKind.KARNOFSKY);
        List<Assessment> told = ecog;
        if (ecog.isEmpty() || (!karnofsky.isEmpty() && isNewer(karnofsky.get(0), ecog.get(0)))) {
            told = karnofsky;
        }
        if (told.isEmpty()) {
            return Finding.unknown(MissingFact.PERFORMANCE_STATUS, "the ECOG performance status");
        }
        return finding(told, score(karnofsky));
    }

    private static boolean isNewer(Assessment one, Assessment other) {
        return Dates.BY_DAY.compare(one.date(), other.date()) > 0;
    }

    /** Returns the one Karnofsky score that is not too old, or null. */
    private @Nullable Integer score(List<Assessment> karnofsky) {
        boolean single = !karnofsky.isEmpty()
                && karnofsky.stream()
                        .allMatch(each -> each.best() == each.worst()
                                && each.best() == karnofsky.get(0).best());
        return single && !isStale(karnofsky.get(0))
                ? Integer.valueOf(karnofsky.get(0).best())
                : null;
    }

    private Finding<PerformanceStatus> finding(List<Assessment> day, @Nullable Integer karnofsky) {
        int best = DEAD;
        int worst = 0;
        for (Assessment each : day) {
            best = Math.min(best, each.ecog() ? each.best() : answers.ecogOf(each.worst()));
            worst = Math.max(worst, each.ecog() ? each.worst() : answers.ecogOf(each.best()));
        }
        FhirDate date = day.get(0).date();
        if (day.stream()
                .anyMatch(each -> each.best() != day.get(0).best()
                        || each.worst() != day.get(0).worst())) {
            warnings.add("conflict: the performance scores of " + date.text() + " differ");
        }
        if (worst == DEAD) {
            warnings.add("conflict: the performance status of " + date.text() + " says that the patient has died");
        }
        List<Provenance> provenance = day.stream()
                .map(Assessment::provenance)
                .sorted(Provenance.ORDER)
                .distinct()
                .toList();
        return Finding.known(new PerformanceStatus(best, worst, karnofsky, date, isStale(day.get(0))), provenance);
    }

    private boolean isStale(Assessment assessment) {
        return Dates.mostDaysUntil(assessment.date(), chart.asOf())
                > chart.profile().performanceStatusMaxAgeDays();
    }

    /** Returns the scores of the newest day on which there are any. */
    private List<Assessment> newest(ObservationKind scale) {
        List<Assessment> newest = new ArrayList<>();
        for (Measurement measurement : chart.observations().measured(scale)) {
            Assessment assessment = assessment(measurement, scale == ObservationKind.ECOG);
            if (assessment != null) {
                int order = newest.isEmpty()
                        ? 1
                        : Dates.BY_DAY.compare(assessment.date(), newest.get(0).date());
                if (order > 0) {
                    newest.clear();
                }
                if (order >= 0) {
                    newest.add(assessment);
                }
            }
        }
        newest.sort(Comparator.comparing(Assessment::provenance, Provenance.ORDER));
        return newest;
    }

    private @Nullable Assessment assessment(Measurement measurement, boolean ecog) {
        FhirDate date = measurement.date();
        int[] scores = measurement.value() == null ? null : scores(measurement.value(), ecog);
        if (date == null || scores == null) {
            return null;
        }
        boolean onScale = ecog ? scores[1] <= DEAD : scores[1] <= 100 && scores[0] % 10 == 0 && scores[1] % 10 == 0;
        return scores[0] >= 0 && onScale
                ? new Assessment(ecog, scores[0], scores[1], date, measurement.provenance())
                : null;
    }

    private int @Nullable [] scores(ObservationValue value, boolean ecog) {
        if (value instanceof ObservationValue.Whole whole) {
            return new int[] {whole.number(), whole.number()};
        }
        if (value instanceof ObservationValue.Measured measured) {
            return whole(measured.quantity());
        }
        if (value instanceof ObservationValue.Text text) {
            return ScoreText.read(text.text(), !ecog);
        }
        return value instanceof ObservationValue.Coded coded ? coded(coded.concept(), ecog) : null;
    }

    private int @Nullable [] coded(CodeableConcept answer, boolean ecog) {
        Integer listed = ecog ? answers.ecog(answer) : answers.karnofsky(answer);
        if (listed != null) {
            return new int[] {listed, listed};
        }
        if (answer.text() != null) {
            return ScoreText.read(answer.text(), !ecog);
        }
        for (Coding coding : answer.coding()) {
            int[] scores = coding.display() == null ? null : ScoreText.read(coding.display(), !ecog);
            if (scores != null) {
                return scores;
            }
        }
        return null;
    }

    private static int @Nullable [] whole(Quantity quantity) {
        if (quantity.value() == null
                || quantity.comparator() != null
                || quantity.value().stripTrailingZeros().scale() > 0
                || quantity.value().abs().intValue() > 100) {
            return null;
        }
        int score = quantity.value().intValue();
        return new int[] {score, score};
    }
}
