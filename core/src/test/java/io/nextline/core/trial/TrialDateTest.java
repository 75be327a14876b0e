package io.nextline.core.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrialDateTest {

    @ParameterizedTest
    @CsvSource({"2024,2024-01-01,2024-12-31", "2024-02,2024-02-01,2024-02-29", "2024-02-11,2024-02-11,2024-02-11"})
    void dateSpansWhatItsPrecisionLeavesOpen(String text, String first, String last) {
        assertThat(new TrialDate(text).first()).hasToString(first);
        assertThat(new TrialDate(text).last()).hasToString(last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "2024-13", "2023-02-29", "Dec 2024", "2024-1", "٢٠٢٤"})
    void whatIsNoDateIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TrialDate(text));
    }

    @Test
    void textIsKept() {
        assertThat(new TrialDate("2024-02")).hasToString("2024-02");
    }
}
