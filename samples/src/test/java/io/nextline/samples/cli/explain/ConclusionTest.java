package io.nextline.samples.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConclusionTest {

    @Test
    void saysCancerLinesAndProgression() {
        assertThat(Conclusion.of(Reports.facts()))
                .isEqualTo(
                        "renal cell carcinoma, metastatic; line 1 ipilimumab + nivolumab 2025-02 to 2025-07 (progression); "
                                + "progression on or after the latest: stated 2025-07-02.");
    }
}
