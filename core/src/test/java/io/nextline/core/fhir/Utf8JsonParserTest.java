package io.nextline.core.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parser of bytes is held to Jackson's own: the same tokens for what is JSON, a refusal for what is not. */
class Utf8JsonParserTest {

    private static final ReadLimits LIMITS = ReadLimits.forRequests();

    static JsonParser ours(byte[] json) {
        return new Utf8JsonParser(json, json.length, LIMITS);
    }

    private static JsonParser jacksons(byte[] json) throws IOException {
        return RecordReader.factory(LIMITS).createParser(json);
    }

    /** Returns every token with its name, text, depth and number; ends with the refusal, if there is one. */
    static List<String> tokens(JsonParser parser) {
        List<String> tokens = new ArrayList<>();
        try (parser) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                tokens.add(token + "|" + parser.currentName() + "|" + parser.getText() + "|"
                        + parser.getParsingContext().getNestingDepth() + "|"
                        + (isPlainNumber(token, parser.getText()) ? parser.getDecimalValue() : ""));
            }
        } catch (IOException | UnreadableRecordException refused) {
            tokens.add("refused");
        }
        return tokens;
    }

    private static boolean isPlainNumber(JsonToken token, String text) {
        return token.isNumeric() && text.length() < 20 && !text.contains("e");
    }

    static void assertSameTokens(byte[] json) throws IOException {
        List<String> ours = tokens(ours(json));
        List<String> jacksons = tokens(jacksons(json));
        if (ours.contains("refused") || jacksons.contains("refused")) {
            // Which token is the first that cannot be is a matter of taste.
            assertThat(ours).as(new String(json, StandardCharsets.UTF_8)).contains("refused");
            assertThat(jacksons).as(new String(json, StandardCharsets.UTF_8)).contains("refused");
        } else {
            assertThat(ours).isEqualTo(jacksons);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \r\n\t ",
                "{}",
                "[]",
                "[[],{},[{}]]",
                "{\"a\":1,\"b\":[true,false,null],\"c\":{\"d\":\"e\"}}",
                "[ 1 , 2 ]",
                "\"text\"",
                "0",
                "-0",
                "-1.5",
                "[1.25,-0.5,10,0.001]",
                "{} {}",
                "{}{}\n[]",
                "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\"]",
                "[\"é€😀腎\",\"\u007f\",\"\u0080\",\"\u07ff\",\"\u0800\",\"\uffff\"]",
                "{\"é\":1,\"\\u0061b\":2,\"\":3}",
                "{\"averylongnamethatisnotinthetable\":1,\"resourceTypes\":2,\"resourceTypf\":3}",
                "\uFEFF{\"a\":1}"
            })
    void jsonGivesTheTokensThatJacksonGives(String json) throws IOException {
        assertSameTokens(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[",
                "}",
                "]",
                "{]",
                "[}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "[1,]",
                "[,1]",
                "[1 2]",
                "{\"a\" 1}",
                "{a:1}",
                "{'a':1}",
                "[01]",
                "[-]",
                "[1.]",
                "[.5]",
                "[1e]",
                "[1e+]",
                "[+1]",
                "[0x1]",
                "[1_0]",
                "[tru]",
                "[True]",
                "[truex]",
                "[nul",
                "[NaN]",
                "[Infinity]",
                "[\"a]",
                "[\"a\nb\"]",
                "[\"\\x\"]",
                "[\"\\u12g4\"]",
                "[\"\\u12",
                "[\"\\",
                "// x\n[]",
                "[1]]",
                "{\"a\":1}}",
                "[1}",
                "{\"a\":1]",
                "[\"a\" \"b\"]",
                "{\"a\":1 \"b\":2}",
                "{,}",
                "[--1]",
                "[1-]",
                "[1e5.5]"
            })
    void textThatIsNoJsonIsRefused(String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThat(tokens(ours(bytes))).endsWith("refused");
        assertThat(tokens(jacksons(bytes))).endsWith("refused");
    }

    @Test
    void changedBytesGiveTheTokensThatJacksonGives() throws IOException {
        Random random = new Random(11);
        byte[] sample =
                ("{\"resourceType\":\"Observation\",\"id\":\"x\",\"valueQuantity\":{\"value\":-10.50e1,\"unit\":\"g\\/dL\"},"
                                + "\"note\":[{\"text\":\"é \\u20ac 腎\"},null,true,[],{}],\"n\":[0,1,23,4.5]}")
                        .getBytes(StandardCharsets.UTF_8);
        String alphabet = "{}[]\":,\\ue0123456789.-+tfn \n";
        for (int round = 0; round < 60_000; round++) {
            byte[] json = sample.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                json[random.nextInt(json.length)] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
            }
            assertSameTokens(random.nextInt(4) == 0 ? Arrays.copyOf(json, random.nextInt(json.length)) : json);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"r4-every-element.json", "r5-changed-shapes.json"})
    void treeReadThroughTheParserIsTheTreeThatJacksonReads(String name) throws IOException {
        ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        byte[] json = new String(FhirJson.file(name), StandardCharsets.UTF_8)
                .replace("1e99", "1e9")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(mapper.<com.fasterxml.jackson.databind.JsonNode>readTree(ours(json))
                        .toString())
                .isEqualTo(mapper.readTree(new ByteArrayInputStream(json)).toString());
    }

    @Test
    void childrenAreSkippedAsWholeValues() throws IOException {
        JsonParser parser =
                ours("{\"a\":{\"b\":[1,{}],\"c\":\"}\"},\"d\":[[]],\"e\":5}".getBytes(StandardCharsets.UTF_8));
        parser.nextToken();
        assertThat(parser.nextFieldName()).isEqualTo("a");
        parser.nextToken();
        parser.skipChildren();
        assertThat(parser.currentToken()).isEqualTo(JsonToken.END_OBJECT);
        assertThat(parser.currentName()).isEqualTo("a");
        assertThat(parser.nextFieldName()).isEqualTo("d");
        parser.nextToken();
        parser.skipChildren();
        assertThat(parser.nextFieldName()).isEqualTo("e");
        assertThat(parser.nextIntValue(0)).isEqualTo(5);
        assertThat(parser.nextToken()).isEqualTo(JsonToken.END_OBJECT);
        assertThat(parser.nextToken()).isNull();
    }

    @Test
    void numbersAreReadWithinTheirRange() throws IOException {
        JsonParser parser =
                ours("[7,7.9,9223372036854775807,1e1000000000,3000000000]".getBytes(StandardCharsets.UTF_8));
        parser.nextToken();
        parser.nextToken();
        assertThat(parser.getIntValue()).isEqualTo(7);
        assertThat(parser.getValueAsString()).isEqualTo("7");
        parser.nextToken();
        assertThat(parser.getIntValue()).isEqualTo(7);
        assertThat(parser.getDoubleValue()).isEqualTo(7.9);
        parser.nextToken();
        assertThat(parser.getLongValue()).isEqualTo(Long.MAX_VALUE);
        parser.nextToken();
        assertThatThrownBy(parser::getLongValue).isInstanceOf(UnreadableRecordException.class);
        assertThatThrownBy(parser::getDecimalValue).isInstanceOf(UnreadableRecordException.class);
        parser.nextToken();
        assertThatThrownBy(parser::getIntValue)
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageNotContaining("3000000000");
        assertThat(parser.getLongValue()).isEqualTo(3_000_000_000L);
    }

    @Test
    void bytesBehindTheLengthGivenAreNotLookedAt() {
        byte[] buffer = "{\"a\":\"b\"}\"c\":1".getBytes(StandardCharsets.UTF_8);
        assertThat(tokens(new Utf8JsonParser(buffer, 9, LIMITS)))
                .isEqualTo(tokens(ours("{\"a\":\"b\"}".getBytes(StandardCharsets.UTF_8))));
        for (int length = 1; length < 9; length++) {
            assertThat(tokens(new Utf8JsonParser(buffer, length, LIMITS))).endsWith("refused");
        }
    }

    @Test
    void closedParserHasNothingToRead() throws IOException {
        JsonParser parser = ours("[\"a\",2]".getBytes(StandardCharsets.UTF_8));
        parser.nextToken();
        parser.nextToken();
        parser.close();
        parser.close();
        assertThat(parser.isClosed()).isTrue();
        assertThat(parser.getText()).isEmpty();
        assertThatThrownBy(parser::nextToken).isInstanceOf(UnreadableRecordException.class);
    }
}
