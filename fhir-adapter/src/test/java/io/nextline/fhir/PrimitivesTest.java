package io.nextline.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrimitivesTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "7", "-12", "120", "0.5", "-3.140", "10.00", "1e5", "1E+05", "2.5e-3", "0e0"})
    void whatJsonTakesForANumberIsOne(String text) {
        assertThat(Primitives.isNumber(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+1",
                "--1",
                "007",
                "-01",
                ".5",
                "1.",
                "1.e5",
                "1e",
                "1e+",
                "1e-",
                "1e5.0",
                "e5",
                "1f",
                "0x1",
                " 1",
                "1 ",
                "1,5",
                "1.2.3",
                "NaN",
                "Infinity",
                "\u0661"
            })
    void whatJsonDoesNotTakeForANumberIsNone(String text) {
        assertThat(Primitives.isNumber(text)).isFalse();
    }
}
