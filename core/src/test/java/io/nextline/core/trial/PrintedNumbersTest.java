package io.nextline.core.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintedNumbersTest {

    @Test
    void middleDotIsADecimalPointAndDigitsAreKept() {
        assertThat(PrintedNumbers.of("10·0 months (95% CI 9·8-12·30)"))
                .containsExactlyInAnyOrder("10.0", "95", "9.8", "12.30");
    }

    @Test
    void dashBetweenBoundsIsNoMinus() {
        assertThat(PrintedNumbers.of("0.57–0.93 and 1-2")).containsExactlyInAnyOrder("0.57", "0.93", "1", "2");
    }

    @Test
    void numberMayLackItsLeadingZero() {
        assertThat(PrintedNumbers.of("P = .3668")).containsExactly(".3668");
    }

    @Test
    void wordsAndThousandsAreNumbers() {
        assertThat(PrintedNumbers.of("nine of 1,200")).containsExactlyInAnyOrder("9", "1200");
    }

    @Test
    void unitIsNoNumber() {
        assertThat(PrintedNumbers.of("75 mg/m2")).containsExactly("75");
    }
}
