package io.nextline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void percentileIsTheDurationThatTheShareDidNotExceed() {
        Latencies latencies = new Latencies();
        for (int millis = 100; millis >= 1; millis--) {
            latencies.add(millis * 1_000_000L);
        }
        assertThat(latencies.millisAt(0.50)).isEqualTo(50);
        assertThat(latencies.millisAt(0.99)).isEqualTo(99);
        assertThat(latencies.millisAt(1)).isEqualTo(100);
    }

    @Test
    void addingClientsKeepsEveryCall() {
        Latencies all = new Latencies();
        Latencies client = new Latencies();
        for (int i = 0; i < 3000; i++) {
            client.add(i);
        }
        all.addAll(client);
        all.addAll(client);
        assertThat(all.count()).isEqualTo(6000);
    }

    @Test
    void withoutCallThereIsNoDuration() {
        assertThat(new Latencies().millisAt(0.5)).isZero();
    }
}
