package io.nextline.core.derive;

import io.nextline.core.fact.Biomarkers;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.ObservationValue;
import io.nextline.core.vocabulary.Biomarker;
import io.nextline.core.vocabulary.BiomarkerVocabulary;
import io.nextline.core.vocabulary.ObservationKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest PD-L1 tumour proportion score. Another score, such as the combined positive score, is none. */
final class TumourProportionScore {

    private static final BigDecimal EXPRESSED = BigDecimal.ONE;

    private record Score(Percentage percentage, Provenance provenance) {}

    private final Chart chart;
    private final BiomarkerVocabulary vocabulary;
    private final Biomarker marker;
    private final List<Score> scores = new ArrayList<>();
    private boolean unclear;

    TumourProportionScore(Chart chart, Biomarker marker) {
        this.chart = chart;
        this.vocabulary = chart.vocabulary().biomarkers();
        this.marker = marker;
    }

    Finding<Biomarkers.Result> derive() {
        chart.observations().measured(ObservationKind.PD_L1).forEach(each -> note(each, false));
        chart.observations().measured(ObservationKind.PD_L1_REPORT).forEach(each -> note(each, true));
        Score newest = scores.stream()
                .max(Comparator.comparing((Score score) -> score.provenance().date(), Dates.NULLS_FIRST)
                        .thenComparing(score -> score.percentage().low())
                        .thenComparing(score -> score.provenance().reference()))
                .orElse(null);
        if (newest == null) {
            return open(
                    unclear ? "a result is recorded that is no percentage of tumour cells" : "no result in the record");
        }
        for (Score other : scores) {
            boolean sameDay = newest.provenance().date() != null
                    && newest.provenance().date().equals(other.provenance().date());
            if (sameDay && !other.percentage().equals(newest.percentage())) {
                return open("the results of one day differ");
            }
        }
        Percentage percentage = newest.percentage();
        boolean expressed = percentage.isAtLeast(EXPRESSED);
        return expressed || percentage.isBelow(EXPRESSED)
                ? Finding.known(
                        new Biomarkers.Result(
                                expressed,
                                percentage.text(),
                                newest.provenance().date()),
                        List.of(newest.provenance()))
                : open("the recorded range does not tell whether it is expressed");
    }

    private Finding<Biomarkers.Result> open(String why) {
        return Finding.unknown(MissingFact.BIOMARKERS, marker.name() + ": " + why);
    }

    /** A report that may give one of several scores counts only where its value names this one. */
    private void note(Measurement measurement, boolean mustName) {
        ObservationValue value = measurement.value();
        Percentage percentage = null;
        if (value instanceof ObservationValue.Measured measured && !mustName) {
            percentage = Percentage.of(measured.quantity());
        } else if (value instanceof ObservationValue.Text text) {
            percentage = percentage(text.text(), mustName);
        } else if (value instanceof ObservationValue.Coded coded
                && coded.concept().text() != null) {
            percentage = percentage(coded.concept().text(), mustName);
        }
        if (percentage == null) {
            unclear = true;
        } else {
            scores.add(new Score(percentage, measurement.provenance()));
        }
    }

    private @Nullable Percentage percentage(String text, boolean mustName) {
        boolean named =
                chart.vocabulary().observations().kindOf(new CodeableConcept(List.of(), text)) == ObservationKind.PD_L1;
        return vocabulary.isOtherScore(text) || (mustName && !named) ? null : Percentage.read(text);
    }
}
