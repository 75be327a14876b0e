package io.nextline.core.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("HZ-01")
class CountRangeTest {

    @Test
    void aKnownNumberIsToldAsOne() {
        assertThat(CountRange.exactly(2).words()).isEqualTo("2");
        assertThat(CountRange.exactly(2).isExact()).isTrue();
    }

    @Test
    void twoNeighboursAreToldAsEitherAndMoreAsARange() {
        assertThat(new CountRange(2, 3).words()).isEqualTo("2 or 3");
        assertThat(new CountRange(1, 3).words()).isEqualTo("1 to 3");
        assertThat(new CountRange(1, 3).isExact()).isFalse();
    }

    @Test
    void boundsInTheWrongOrderAreRefused() {
        assertThatThrownBy(() -> new CountRange(2, 1)).hasMessageContaining("fewest <= most");
        assertThatThrownBy(() -> new CountRange(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRulesAreToldInTheOrderOfALinesLife() {
        LineCounting counting =
                LineCounting.of(1, LineRule.FIRST_ON_RECORD, LineRule.STAGGERED_TKI, LineRule.STILL_GIVEN);
        assertThat(counting.words())
                .isEqualTo(
                        "first anticancer drug on record; VEGFR TKI joined the immune checkpoint inhibitor; still given");
        assertThat(List.of(LineRule.values())).extracting(LineRule::effect).isSorted();
        assertThat(LineRule.RECHALLENGE_AFTER_LONG_ICI.id()).isEqualTo("rechallenge-after-long-ici");
    }
}
