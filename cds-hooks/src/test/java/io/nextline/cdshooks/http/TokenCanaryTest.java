package io.nextline.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.security.ClientCall;
import io.nextline.cdshooks.security.Peer;
import io.nextline.cdshooks.security.Secret;
import io.nextline.cdshooks.security.TestKey;
import io.nextline.cdshooks.security.TestToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No token and nothing that only a token says is in the log, at any level, or in an answer: whether it is taken or refused. */
class TokenCanaryTest {

    private static final TestKey STRANGERS = TestKey.ec("key-1", "secp384r1");

    private static List<String> tokens(GuardedService service) {
        String good = service.token().claim("sub", "canary-subject").signedBy(GuardedService.EC);
        List<String> tokens = new ArrayList<>(List.of(
                good,
                good,
                service.token().signedBy(STRANGERS),
                service.token().header("kid", "canary-kid").signedBy(GuardedService.EC),
                service.token().claim("iss", "https://canary-issuer.example").signedBy(GuardedService.EC),
                service.token().claim("aud", "https://canary-audience.example").signedBy(GuardedService.EC),
                service.token().claim("tenant", "canary-tenant").signedBy(GuardedService.EC),
                service.token().claim("jti", "canary-jti\r\nforged=1").signedBy(GuardedService.EC),
                service.token().claim("jti", "canary-jti\r\nforged=1").signedBy(GuardedService.EC),
                service.token().claim("jti", "canary-jti").signedBy(STRANGERS),
                service.token().payload("canary-claims").signedBy(GuardedService.EC),
                service.token().header("alg", "canary-alg").signedBy(GuardedService.EC, "ES384"),
                "canary-token"));
        tokens.add(good.substring(0, good.length() - 4));
        return tokens;
    }

    @Test
    void neitherLogNorAnswerHoldsATokenOrWhatItSays() throws IOException {
        List<String> forbidden = new ArrayList<>(List.of("canary-", "forged=1", "Bearer ey"));
        StringBuilder answers = new StringBuilder();
        try (GuardedService service = new GuardedService()) {
            for (String token : tokens(service)) {
                forbidden.addAll(List.of(token.split("\\.")));
                RawClient.Answer answer = service.call(token);
                answers.append(answer.head()).append(answer.body());
                service.client.call(List.of("Authorization: Basic " + token));
            }
            String admissions = service.gate.decisions().toString();
            assertThat(admissions).doesNotContain(forbidden);
        }

        assertThat(Files.readString(Path.of("target", "test.log")))
                .contains("refused: cause=TOKEN_REPLAYED", "cause=SIGNATURE_INVALID", "issuer=" + GuardedService.EHR)
                .doesNotContain(forbidden);
        assertThat(answers.toString()).doesNotContain(forbidden);
    }

    @Test
    void textFormsHideWhatTheyHold() {
        TestToken token = TestToken.of("i", "a", Instant.EPOCH);
        String text = token.signedBy(STRANGERS);
        ClientCall call = new ClientCall("/p", List.of("Bearer " + text), false, Peer.LOCAL);

        assertThat(call.toString()).doesNotContain(text);
        assertThat(Secret.of("hunter2").toString()).isEqualTo("***");
    }
}
