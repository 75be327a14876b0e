package io.nextline.cdshooks.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String GOOD = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void wellFormedHeaderIsTakenAndGivenBack() {
        TraceContext trace = TraceContext.parse(GOOD);

        assertThat(trace)
                .isEqualTo(new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", "01", null));
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

    @Test
    void stateOfTheCallersTravelsWithTheTraceAndIsNotPrinted() {
        TraceContext trace = TraceContext.of(
                List.of(GOOD), List.of("rojo=00f067aa0ba902b7", " congo=t61rcWkgMzE , fw529a3039@dt=x "));

        assertThat(trace.state()).isEqualTo("rojo=00f067aa0ba902b7,congo=t61rcWkgMzE,fw529a3039@dt=x");
        assertThat(trace.child().state()).isEqualTo(trace.state());
        assertThat(trace.toString()).contains(trace.traceId()).doesNotContain("congo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "=b", "A=b", "a=b,a=c", "a=\u00e9", "a=b=c", "a=\r\nb", "a=", "a@b@c=d", "@b=c"})
    void malformedStateIsLeftOutAndTheTraceIsKept(String state) {
        TraceContext trace = TraceContext.of(List.of(GOOD), List.of(state));

        assertThat(trace).isEqualTo(TraceContext.parse(GOOD));
    }

    @Test
    void stateHasThirtyTwoEntriesAtMostAndIsCutBetweenThem() {
        String entries = IntStream.range(0, 32)
                .mapToObj(i -> "k" + i + "=" + "v".repeat(20))
                .collect(Collectors.joining(","));
        String kept = TraceContext.of(List.of(GOOD), List.of(entries)).state();

        assertThat(kept).hasSizeBetween(480, 512).endsWith("=" + "v".repeat(20));
        assertThat(entries).startsWith(kept + ",");
        assertThat(TraceContext.of(List.of(GOOD), List.of(entries, "one=more")).state())
                .isNull();
    }

    @Test
    void twoParentsAreNone() {
        assertThat(TraceContext.of(List.of(GOOD, GOOD), List.of())).isNull();
        assertThat(TraceContext.of(List.of(), List.of("a=b"))).isNull();
    }

    @Test
    void flagsThatNobodyHasDefinedAreNotPassedOn() {
        TraceContext trace = TraceContext.parse(GOOD.substring(0, 53) + "ff");

        assertThat(trace.header()).endsWith("-ff");
        assertThat(trace.child().header()).endsWith("-03");
    }
}
