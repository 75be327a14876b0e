package io.nextline.cdshooks.security.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.cdshooks.security.TestKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys are used, and what is said of the others. */
class KeySetReaderTest {

    private static final TestKey RSA = TestKey.rsa("rsa", 2048);
    private static final TestKey EC = TestKey.ec("ec", "secp384r1");
    private static final KeySetReader READER = new KeySetReader(SignatureAlgorithm.recommended());

    private static KeySetReader.Content read(String json) throws KeysUnreadableException {
        return READER.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> with(TestKey key, String field, Object value) {
        Map<String, Object> jwk = new HashMap<>(key.jwk());
        jwk.put(field, value);
        jwk.values().removeIf(""::equals);
        return jwk;
    }

    static List<Arguments> unusable() {
        return List.of(
                Arguments.of("RSA of 1024 bits", TestKey.rsa("r", 1024).jwk(), "an RSA key of 1024 bits; 2048 to 8192"),
                Arguments.of("RSA with exponent 3", with(RSA, "e", "Aw"), "at least 65537"),
                Arguments.of("RSA with an even exponent", with(RSA, "e", "AQAC"), "must be odd"),
                Arguments.of(
                        "P-256", TestKey.ec("p", "secp256r1").jwk(), "none of the allowed algorithms [ES384, RS384]"),
                Arguments.of("P-521", TestKey.ec("p", "secp521r1").jwk(), "none of the allowed algorithms"),
                Arguments.of("curve of Bitcoin", with(EC, "crv", "secp256k1"), "its curve is none of"),
                Arguments.of("point beside its curve", with(EC, "x", EC.jwk().get("y")), "that can be read"),
                Arguments.of("curve that is not the point's", with(EC, "crv", "P-256"), "that can be read"),
                Arguments.of("RSA for RS256", with(RSA, "alg", "RS256"), "none of the allowed algorithms"),
                Arguments.of("for encryption", with(RSA, "use", "enc"), "another use than signatures"),
                Arguments.of("for signing only", with(RSA, "key_ops", List.of("sign")), "another use than signatures"),
                Arguments.of("symmetric", Map.of("kty", "oct", "k", "c2VjcmV0", "kid", "s"), "kty must be RSA or EC"),
                Arguments.of(
                        "Edwards curve", Map.of("kty", "OKP", "crv", "Ed25519", "x", "AA", "kid", "o"), "kty must be"),
                Arguments.of("private key", with(EC, "d", "AAAA"), "holds a private key"),
                Arguments.of("no kid", with(RSA, "kid", ""), "needs a kid"),
                Arguments.of("long kid", with(RSA, "kid", "k".repeat(257)), "needs a kid"),
                Arguments.of("no modulus", with(RSA, "n", ""), "that can be read"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void unusableKeyIsRefusedWithTheRemedy(String name, Map<String, Object> jwk, String problem)
            throws KeysUnreadableException {
        KeySetReader.Content content =
                read(TestKey.jwks(List.of(jwk, RSA.withKid("good").jwk())));

        assertThat(content.keys()).containsOnlyKeys("good");
        assertThat(content.problems())
                .singleElement()
                .asString()
                .startsWith("keys[0]: ")
                .contains(problem);
    }

    @Test
    void keysAreUsedForWhatFitsThem() throws KeysUnreadableException {
        Map<String, VerificationKey> keys = new KeySetReader(
                        Set.of(SignatureAlgorithm.RS384, SignatureAlgorithm.PS256, SignatureAlgorithm.ES384))
                .read(TestKey.jwks(List.of(EC.jwk(), RSA.jwk(), with(RSA.withKid("one"), "alg", "PS256")))
                        .getBytes(StandardCharsets.UTF_8))
                .keys();

        assertThat(keys.get("ec").algorithms()).containsExactly(SignatureAlgorithm.ES384);
        assertThat(keys.get("rsa").algorithms())
                .containsExactlyInAnyOrder(SignatureAlgorithm.RS384, SignatureAlgorithm.PS256);
        assertThat(keys.get("one").algorithms()).containsExactly(SignatureAlgorithm.PS256);
    }

    @Test
    void kidThatStandsTwiceNamesNoKey() throws KeysUnreadableException {
        KeySetReader.Content content = read(TestKey.jwks(EC, RSA.withKid("ec")));

        assertThat(content.keys()).isEmpty();
        assertThat(content.problems()).singleElement().asString().contains("keys[1]", "stands twice");
    }

    @Test
    void emptySetIsASetWithoutKeys() throws KeysUnreadableException {
        assertThat(read("{\"keys\":[]}").keys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "<html>",
                "{\"keys\":{}}",
                "{\"keys\":[]",
                "{\"keys\":[],\"keys\":[]}",
                "{\"keys\":[]}x"
            })
    void otherThanAKeySetIsRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(KeysUnreadableException.class);
    }

    @Test
    void deepAndManyAreRefused() {
        assertThatThrownBy(() -> read("{\"keys\":" + "[".repeat(5000) + "]".repeat(5000) + "}"))
                .isInstanceOf(KeysUnreadableException.class);
        assertThatThrownBy(() -> read("{\"keys\":[" + "{},".repeat(300) + "{}]}"))
                .hasMessageContaining("more than 200 keys");
    }

    @Test
    void fileNamesItselfInEveryProblem(@TempDir Path folder) throws Exception {
        Path file = TestKey.write(folder.resolve("ehr.json"), TestKey.rsa("weak", 1024), TestKey.ec("p", "secp256r1"));
        KeyLoader loader = new FileKeys(file, READER);

        assertThatThrownBy(loader::load)
                .isInstanceOfSatisfying(
                        KeysUnreadableException.class,
                        refused -> assertThat(refused.problems())
                                .hasSize(2)
                                .allMatch(problem -> problem.startsWith(file + ": keys[")));
        Files.write(file, new byte[KeySetReader.MAX_BYTES + 1]);
        assertThatThrownBy(loader::load).hasMessageContaining(file + ": it is larger than");
        Files.delete(file);
        assertThatThrownBy(loader::load).hasMessageContaining(file + ": it cannot be read");
    }
}
