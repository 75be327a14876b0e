package io.nextline.core.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    private static final ReadLimits LIMITS = ReadLimits.forRequests();

    private static @Nullable BigDecimal decimal(String text) {
        byte[] bytes = ("[" + text + "]").getBytes(StandardCharsets.US_ASCII);
        return Numbers.decimal(bytes, 1, text.length(), LIMITS);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0,0",
        "7,7",
        "-7,-7",
        "10.50,10.50",
        "-0.001,-0.001",
        "123456789012345678,123456789012345678",
        "1234567890123456789,1234567890123456789",
        "0.12345678901234567,0.12345678901234567",
        "1e2,100",
        "1.5E3,1500",
        "1.50e1,15.0",
        "25e-1,2.5",
        "-2E+0,-2",
        "1e30,1000000000000000000000000000000",
        "1e-30,1E-30"
    })
    void numberKeepsItsWrittenPrecisionAndIsWrittenOut(String text, BigDecimal expected) {
        assertThat(decimal(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e31", "1e-31", "1E0000000000000000000000000099", "12345678901234567890123456789012345678901"})
    void numberOverTheLimitsIsNone(String text) {
        assertThat(decimal(text)).isNull();
    }

    @Test
    void shortAndLongNumbersAgreeWithTheJdk() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            String text =
                    new BigDecimal(new BigInteger(random.nextInt(90), random), random.nextInt(25)).toPlainString();
            if (text.length() <= 40) {
                assertThat(decimal(text)).isEqualTo(new BigDecimal(text));
            }
        }
    }
}
