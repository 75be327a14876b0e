package io.nextline.samples.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A card's plot on screens that are too narrow for it, and on those that can draw. */
final class PlotViewTest {

    private static final List<String> PLOT = List.of(
            "    HR, log scale                            1",
            "    CONTACT-03 PFS                   [-------|o---------]       HR 1.03 (95% CI 0.83-1.28)",
            "    METEOR OS                    [---o----]  |                  HR 0.66 (95% CI 0.53-0.83)",
            "    TIVO-3 OS                          [-----o--------------->  HR 0.97",
            "                  <- favours arm named first | favours comparison arm ->");

    @Test
    void withRoomItStaysAsTheCardHasIt() {
        assertThat(shown(100, false))
                .containsExactlyElementsOf(
                        PLOT.stream().map(String::stripTrailing).toList());
    }

    @Test
    void drawnMarksStandWhereTheCardsMarksStand() {
        assertThat(shown(100, true))
                .containsExactly(
                        "    HR, log scale                            1",
                        "    CONTACT-03 PFS                   \u251c\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u253c\u25cf"
                                + "\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2524       HR 1.03 (95% CI 0.83-1.28)",
                        "    METEOR OS                    \u251c\u2500\u2500\u2500\u25cf\u2500\u2500\u2500\u2500\u2524  \u2502"
                                + "                  HR 0.66 (95% CI 0.53-0.83)",
                        "    TIVO-3 OS                          \u251c\u2500\u2500\u2500\u2500\u2500\u25cf"
                                + "\u2500".repeat(15) + "\u25ba  HR 0.97",
                        "                  \u25c4\u2500 favours arm named first \u2502 favours comparison arm \u2500\u25ba");
    }

    @Test
    void figuresGoBelowTheBarsWhereTheLineIsTooLong() {
        assertThat(shown(78, false))
                .contains(
                        "    CONTACT-03 PFS                   [-------|o---------]",
                        "                             HR 1.03 (95% CI 0.83-1.28)")
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(78));
    }

    @Test
    void namesGoAboveTheBarsOnTheNarrowestScreen() {
        assertThat(shown(38, false))
                .containsSubsequence(
                        "CONTACT-03 PFS",
                        "            [-------|o---------]",
                        "    HR 1.03 (95% CI 0.83-1.28)",
                        "<- favours arm named first")
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(38));
    }

    @Test
    void everyWidthKeepsEveryFigureAndMark() {
        String marks = String.join("", PLOT).replace(" ", "");
        for (int width = 38; width < 110; width++) {
            int limit = width;
            List<String> lines = shown(width, false);
            assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(limit));
            assertThat(String.join("", lines).replace(" ", "").replace("|", "")).isEqualTo(marks.replace("|", ""));
        }
    }

    @Test
    void otherPreformattedTextIsNoPlot() {
        assertThat(PlotView.isPlot(List.of("    PFS   [--o--]"))).isFalse();
        assertThat(PlotView.isPlot(List.of("    HR, log scale"))).isFalse();
        assertThat(PlotView.isPlot(PLOT)).isTrue();
    }

    private static List<String> shown(int width, boolean drawn) {
        return PlotView.lines(PLOT, width, drawn).stream().map(Text::plain).toList();
    }
}
