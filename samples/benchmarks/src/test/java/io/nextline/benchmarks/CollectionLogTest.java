package io.nextline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CollectionLogTest {

    @Test
    void whatIsAllocatedIsWhatCameBetweenThePauses() {
        List<String> log = List.of(
                "[0.2s][info][gc] Using G1",
                "[0.5s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 20M->5M(128M) 3.1ms",
                "[0.6s][info][gc] GC(1) Concurrent Mark Cycle",
                "[0.7s][info][gc] GC(1) Pause Remark 9M->8M(128M) 1.0ms",
                "[0.9s][info][gc] GC(2) Pause Full (Diagnostic Command) 30M->6M(128M) 9.9ms");

        assertThat(CollectionLog.allocatedMegabytes(log)).isEqualTo(20 + 4 + 22);
        assertThat(CollectionLog.allocatedMegabytes(List.of())).isZero();
    }
}
