package io.nextline.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.UnreadableRecordException;
import io.nextline.core.fhir.UnreadableRecordException.Reason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyCheckTest {

    private static final BodyCheck CHECK = new BodyCheck(ReadLimits.forRequests());

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void refused(String body, Reason reason) {
        assertThatThrownBy(() -> CHECK.check(bytes(body)))
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resourceType\":\"Patient\",\"a\":{\"x\":1},\"b\":{\"x\":1e30,\"y\":[{\"x\":1},{\"x\":2}]}}",
                "{\"resourceType\":\"Patient\",\"text\":\"1e1000000000\"}",
                "<Patient xmlns='http://hl7.org/fhir'><id value='1e30'/></Patient>"
            })
    void plainBodyPasses(String body) {
        assertThatCode(() -> CHECK.check(bytes(body))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"x\":1e1000000000} | NUMBER_TOO_LONG",
                "{\"x\":[{\"y\":-1E+31}]} | NUMBER_TOO_LONG",
                "{\"x\":11111111112222222222333333333344444444445} | NUMBER_TOO_LONG",
                "{\"x\":{\"gender\":\"male\",\"gender\":\"female\"}} | DUPLICATE_NAME",
                "{\"x\": | TRUNCATED",
                "<P xmlns='http://hl7.org/fhir'><v value='1e1000000000'/></P> | NUMBER_TOO_LONG",
                "<!DOCTYPE x><P/> | XML_DOCTYPE",
                "<P><v></P> | XML_MALFORMED"
            })
    void hostileBodyIsRefused(String body, Reason reason) {
        refused(body, reason);
    }

    @Test
    void limitsHold() {
        refused("[".repeat(65) + "]".repeat(65), Reason.TOO_DEEP);
        refused("<a>".repeat(65), Reason.TOO_DEEP);
        refused("{\"x\":\"" + "y".repeat(1_000_001) + "\"}", Reason.TEXT_TOO_LONG);
        refused("<a x='" + "y".repeat(1_000_001) + "'/>", Reason.TEXT_TOO_LONG);
        refused(" ".repeat(8 * 1024 * 1024 + 1), Reason.TOO_LARGE);
    }
}
