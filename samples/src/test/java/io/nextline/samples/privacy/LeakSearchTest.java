package io.nextline.samples.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A leak that was planted is found, however it is written: else a search that finds nothing would say nothing. */
class LeakSearchTest {

    private static final LeakSearch SEARCH = new LeakSearch(Canary.allBut());

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(c > 126 ? String.format(Locale.ROOT, "\\u%04X", c) : (char) c + ""));
        return out.toString();
    }

    static Stream<Arguments> leaks() {
        List<UnaryOperator<String>> ways = List.of(
                text -> text,
                text -> text.toUpperCase(Locale.ROOT),
                LeakSearchTest::escaped,
                text -> URLEncoder.encode(text, StandardCharsets.UTF_8),
                text -> URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"),
                text -> HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)),
                text -> base64(text + "behind"),
                text -> base64("b" + text),
                text -> base64("be" + text + "hind"),
                text -> Base64.getUrlEncoder().encodeToString(("bef" + text).getBytes(StandardCharsets.UTF_8)));
        return Arrays.stream(Canary.values()).flatMap(canary -> ways.stream().map(way -> Arguments.of(canary, way)));
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void plantedLeakIsFoundHoweverItIsWritten(Canary canary, UnaryOperator<String> way) {
        String log = "2026-11-21 INFO evaluated in 3 ms\n" + "x".repeat(1000) + way.apply(canary.value()) + "y\n";

        assertThat(SEARCH.find(log)).isNotEmpty().anyMatch(found -> found.startsWith(canary + " "));
    }

    @Test
    void nothingIsFoundWhereNothingIs() {
        assertThat(SEARCH.find("{\"request\":\"4bf92f3577b34da6\",\"outcome\":\"cards\",\"ms\":3}"))
                .isEmpty();
    }

    @Test
    void noCanaryIsPartOfAnother() {
        for (Canary canary : Canary.values()) {
            assertThat(Arrays.stream(Canary.values())
                            .filter(other -> other.value().contains(canary.value())))
                    .containsExactly(canary);
        }
    }
}
