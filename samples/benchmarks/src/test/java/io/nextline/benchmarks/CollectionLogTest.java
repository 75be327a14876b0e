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

    @Test
    void heapInUseIsThatOfAllGenerations() {
        String one = """
                 garbage-first heap   total 131072K, used 12650K [0x00000000f8000000, 0x0000000100000000)
                  region size 1024K, 2 young (2048K), 0 survivors (0K)
                 Metaspace       used 30112K, committed 30592K, reserved 1081344K
                """;
        String two = """
                 def new generation   total 39296K, used 410K [0x00000000f8000000, 0x00000000faaa0000)
                  eden space 34944K,   1% used [0x00000000f8000000, 0x00000000f8066a00, 0x00000000fa220000)
                 tenured generation   total 87424K, used 12000K [0x00000000faaa0000, 0x0000000100000000)
                 Metaspace       used 30112K, committed 30592K, reserved 1081344K
                """;

        assertThat(CollectionLog.kibibytesInUse(one)).isEqualTo(12_650);
        assertThat(CollectionLog.kibibytesInUse(two)).isEqualTo(12_410);
    }
}
