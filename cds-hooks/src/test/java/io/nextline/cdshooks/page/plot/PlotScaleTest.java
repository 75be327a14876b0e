package io.nextline.cdshooks.page.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.page.plot.IntervalMark.End;
import io.nextline.core.trial.ConfidenceInterval;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where known intervals stand, worked out by hand: 394 is the middle of the axis from 268 to 520, a factor of two takes 126. */
class PlotScaleTest {

    private static BigDecimal of(String figure) {
        return new BigDecimal(figure);
    }

    private static ConfidenceInterval interval(String lower, String upper, String level) {
        return new ConfidenceInterval(of(lower), upper == null ? null : of(upper), of(level));
    }

    private static PlotEntry entry(String point, ConfidenceInterval interval) {
        return new PlotEntry("label", null, "text", true, point == null ? null : of(point), interval);
    }

    private static IntervalMark mark(PlotEntry entry) {
        return IntervalMark.of(PlotScale.ratios(List.of(entry), 268, 520), entry.point(), entry.interval());
    }

    @Test
    void anIntervalOnBothSidesOfOneStandsWhereItsLogarithmsAre() {
        IntervalMark mark = mark(entry("1.03", interval("0.83", "1.28", "95")));

        assertThat(mark).isEqualTo(new IntervalMark(399.4, 360.1, 438.9, End.BOUND, End.BOUND));
    }

    @Test
    void theLevelOfAnIntervalMovesNothing() {
        IntervalMark mark = mark(entry("0.73", interval("0.57", "0.93", "98.5")));

        assertThat(mark).isEqualTo(new IntervalMark(336.8, 291.8, 380.8, End.BOUND, End.BOUND));
    }

    @Test
    @Tag("HZ-26")
    void anUpperBoundThatWasNotEstimableIsAnOpenArrowAtTheEndOfTheAxis() {
        IntervalMark mark = mark(entry("0.94", interval("0.70", null, "95")));

        assertThat(mark.to()).isEqualTo(520);
        assertThat(mark.right()).isEqualTo(End.NOT_ESTIMABLE);
        assertThat(mark.left()).isEqualTo(End.BOUND);
    }

    @Test
    void aBoundBeyondTheAxisIsAFilledArrowThere() {
        IntervalMark mark = mark(entry("4", interval("0.05", "31", "95")));

        assertThat(mark.from()).isEqualTo(268);
        assertThat(mark.left()).isEqualTo(End.BEYOND);
        assertThat(mark.to()).isEqualTo(520);
        assertThat(mark.right()).isEqualTo(End.BEYOND);
    }

    @Test
    void aMedianThatWasNotEvaluableHasNoPoint() {
        PlotEntry entry = entry(null, interval("21.1", null, "95"));
        PlotScale scale = PlotScale.times(List.of(entry, entry("25.7", interval("21.5", null, "95"))), 0, 300);

        IntervalMark mark = IntervalMark.of(scale, entry.point(), entry.interval());

        assertThat(mark).isEqualTo(new IntervalMark(null, 211, 300, End.BOUND, End.NOT_ESTIMABLE));
        assertThat(scale.ticks())
                .extracting(PlotScale.Tick::label)
                .containsExactly("0", "5", "10", "15", "20", "25", "30");
    }

    @Test
    void aFigureWithoutAnIntervalIsAPointAlone() {
        IntervalMark mark = mark(entry("0.5", null));

        assertThat(mark.point()).isEqualTo(268);
        assertThat(mark.hasInterval()).isFalse();
    }

    @Test
    void theAxisIsMarkedAtOneAndAtItsEnds() {
        List<PlotScale.Tick> usual =
                PlotScale.ratios(List.of(entry("1", null)), 268, 520).ticks();
        List<PlotScale.Tick> far = PlotScale.ratios(List.of(entry("5.98", interval("3.68", "9.72", "95"))), 268, 520)
                .ticks();

        assertThat(usual).extracting(PlotScale.Tick::label).containsExactly("0.5", "0.7", "1", "1.5", "2");
        assertThat(usual.get(2).x()).isEqualTo(394);
        assertThat(far).extracting(PlotScale.Tick::label).startsWith("0.5", "1").endsWith("10");
    }

    @Test
    void wordsOfAPictureAreBrokenAtSpacesOnly() {
        assertThat(LineBreaks.of("progression-free survival, whether primary: not stated", 24))
                .containsExactly("progression-free", "survival, whether", "primary: not stated");
    }
}
