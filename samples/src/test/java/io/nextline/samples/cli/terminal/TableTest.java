package io.nextline.samples.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final Table TRIALS = new Table("Trial", "Phase", "Result")
            .row(Text.of("CONTACT-03"), Text.of("3"), Text.of("PFS 1.03 (0.83-1.28)"))
            .row(Text.of("AXIS"), Text.EMPTY, Text.of("PFS 0.67"));

    @Test
    void columnsAreAlignedAndTheHeadUnderlined() {
        assertThat(plain(TRIALS.lines(80)))
                .containsExactly(
                        "Trial       Phase  Result",
                        "----------  -----  --------------------",
                        "CONTACT-03  3      PFS 1.03 (0.83-1.28)",
                        "AXIS               PFS 0.67");
    }

    @Test
    void theWidestColumnWrapsFirst() {
        assertThat(plain(TRIALS.lines(32)))
                .containsExactly(
                        "Trial       Phase  Result",
                        "----------  -----  -------------",
                        "CONTACT-03  3      PFS 1.03",
                        "                   (0.83-1.28)",
                        "AXIS               PFS 0.67");
    }

    @Test
    void whereWordsDoNotFitEachRowBecomesABlock() {
        assertThat(plain(TRIALS.lines(20)))
                .containsExactly(
                        "Trial: CONTACT-03",
                        "Phase: 3",
                        "Result: PFS 1.03",
                        "  (0.83-1.28)",
                        "",
                        "Trial: AXIS",
                        "Result: PFS 0.67");
    }

    @Test
    void noLineIsWiderThanAsked() {
        for (int width = 12; width < 90; width++) {
            int limit = width;
            assertThat(TRIALS.lines(width))
                    .allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(limit));
        }
    }

    private static List<String> plain(List<Text> lines) {
        return lines.stream().map(Text::plain).toList();
    }
}
