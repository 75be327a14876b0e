package io.nextline.core.fhir;

import static io.nextline.core.fhir.Utf8JsonParserTest.assertSameTokens;
import static io.nextline.core.fhir.Utf8JsonParserTest.ours;
import static io.nextline.core.fhir.Utf8JsonParserTest.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Texts are read in UTF-8, wherever they lie and however long they are. */
class Utf8Test {

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        int[][] sequences = {
            {0x80},
            {0xC3},
            {0xC3, 0x28},
            {0xC0, 0xAF},
            {0xC1, 0xBF},
            {0xE0, 0x80, 0x80},
            {0xED, 0xA0, 0x80},
            {0xE2, 0x82},
            {0xE2, 0x28, 0xA1},
            {0xF0, 0x80, 0x80, 0x80},
            {0xF4, 0x90, 0x80, 0x80},
            {0xF8, 0x88, 0x80, 0x80, 0x80},
            {0xFF},
            {0xFE}
        };
        for (int[] sequence : sequences) {
            byte[] json = new byte[sequence.length + 4];
            Arrays.fill(json, (byte) '"');
            json[0] = '[';
            json[json.length - 1] = ']';
            for (int i = 0; i < sequence.length; i++) {
                json[i + 2] = (byte) sequence[i];
            }
            assertThat(tokens(ours(json))).as(Arrays.toString(sequence)).endsWith("refused");
        }
    }

    @Test
    void everyCharacterIsReadAsItself() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        for (int character = 0; character <= Character.MAX_CODE_POINT; character += character < 0x3000 ? 1 : 97) {
            if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
                String text = "abc" + Character.toString(character) + "defghijkl";
                JsonParser parser = ours(mapper.writeValueAsBytes(text));
                parser.nextToken();
                assertThat(parser.getText()).isEqualTo(text);
            }
        }
    }

    @Test
    void textOfAnyLengthAtAnyPlaceIsReadWhole() throws IOException {
        for (int shift = 0; shift < 9; shift++) {
            for (int length = 0; length < 40; length++) {
                String text = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".substring(0, length);
                assertSameTokens(
                        (" ".repeat(shift) + "{\"" + text + "\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8));
                assertSameTokens(
                        (" ".repeat(shift) + "\"" + text + "\\n" + text + "é\"").getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
