package io.nextline.cdshooks.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String GOOD = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void wellFormedHeaderIsTakenAndGivenBack() {
        TraceContext trace = TraceContext.parse(GOOD);

        assertThat(trace).isEqualTo(new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", "01"));
        assertThat(trace.header()).isEqualTo(GOOD);
    }

    @Test
    void laterVersionIsReadAsFarAsItIsKnown() {
        assertThat(TraceContext.parse("cc" + GOOD.substring(2) + "-more")).isEqualTo(TraceContext.parse(GOOD));
    }

    @Test
    void childIsASpanOfTheSameTrace() {
        TraceContext trace = TraceContext.parse(GOOD);
        TraceContext child = trace.child();

        assertThat(child.traceId()).isEqualTo(trace.traceId());
        assertThat(child.parentId()).isNotEqualTo(trace.parentId());
        assertThat(TraceContext.parse(child.header())).isEqualTo(child);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01more",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-011",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0",
                "00_4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e47\u00e96-00f067aa0ba902b7-01",
            })
    void anythingElseIsAsIfItHadNotBeenSent(String header) {
        assertThat(TraceContext.parse(header)).isNull();
    }
}
