package io.nextline.core.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {
    private final JsonTree trees = new JsonTree();

    @Test
    void treeIsTheDocumentWithItsDigits() throws IOException {
        String json = "{\"a\":[10.0,1.10,3,true,false,null,\"x\",{}],\"b\":{\"c\":[]}}";
        assertThat(trees.read(bytes(json))).hasToString(json);
        assertThat(trees.read(bytes("[10.0]")).get(0).decimalValue()).hasToString("10.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[1,]", "{\"a\":}", "{\"a\":1,\"a\":2}", "{} {}", "{} x", "]", "{1:2}"})
    void whatIsNotOneDocumentIsRefused(String json) {
        assertThatExceptionOfType(JsonProcessingException.class).isThrownBy(() -> trees.read(bytes(json)));
    }

    @Test
    void bottomlessNestingIsRefused() {
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> trees.read(bytes("[".repeat(100_000))));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
