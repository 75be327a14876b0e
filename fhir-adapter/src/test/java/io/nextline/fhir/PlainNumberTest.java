package io.nextline.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.ReadLimits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNumberTest {

    private static final ReadLimits LIMITS = ReadLimits.forRequests();

    @ParameterizedTest
    @CsvSource({"1.10, 1.10", "-0, -0", "1e2, 100", "1.50E-3, 0.00150", "2E+0, 2", "1e00000000000000000000002, 100"})
    void numberIsWrittenWithoutAnExponent(String written, String plain) {
        assertThat(PlainNumber.of(written, LIMITS)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e31",
                "1E-31",
                "1e1000000000",
                "1e99999999999999999999999999",
                "0e99999",
                "11111111112222222222333333333344444444445"
            })
    void numberOverTheLimitsIsNone(String written) {
        assertThat(PlainNumber.of(written, LIMITS)).isNull();
    }
}
