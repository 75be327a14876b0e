package io.nextline.cdshooks.http;

import static io.nextline.cdshooks.http.GuardedService.BASE;
import static io.nextline.cdshooks.http.GuardedService.CLINICS;
import static io.nextline.cdshooks.http.GuardedService.EC;
import static io.nextline.cdshooks.http.GuardedService.EHR;
import static io.nextline.cdshooks.http.GuardedService.RSA;
import static io.nextline.cdshooks.http.GuardedService.VIEW;
import static io.nextline.cdshooks.security.RefusalCause.ALGORITHM_NOT_ALLOWED;
import static io.nextline.cdshooks.security.RefusalCause.AUDIENCE_MISMATCH;
import static io.nextline.cdshooks.security.RefusalCause.CLAIM_MISSING;
import static io.nextline.cdshooks.security.RefusalCause.CRITICAL_EXTENSION;
import static io.nextline.cdshooks.security.RefusalCause.EXPIRED;
import static io.nextline.cdshooks.security.RefusalCause.ISSUED_IN_FUTURE;
import static io.nextline.cdshooks.security.RefusalCause.ISSUER_UNKNOWN;
import static io.nextline.cdshooks.security.RefusalCause.KEY_ID_MISSING;
import static io.nextline.cdshooks.security.RefusalCause.KEY_NOT_FOR_ALGORITHM;
import static io.nextline.cdshooks.security.RefusalCause.KEY_UNKNOWN;
import static io.nextline.cdshooks.security.RefusalCause.LIFETIME_NOT_ALLOWED;
import static io.nextline.cdshooks.security.RefusalCause.NOT_BEARER;
import static io.nextline.cdshooks.security.RefusalCause.NOT_YET_VALID;
import static io.nextline.cdshooks.security.RefusalCause.NO_CREDENTIALS;
import static io.nextline.cdshooks.security.RefusalCause.SEVERAL_CREDENTIALS;
import static io.nextline.cdshooks.security.RefusalCause.SIGNATURE_INVALID;
import static io.nextline.cdshooks.security.RefusalCause.TENANT_UNKNOWN;
import static io.nextline.cdshooks.security.RefusalCause.TOKEN_MALFORMED;
import static io.nextline.cdshooks.security.RefusalCause.TOKEN_REPLAYED;
import static io.nextline.cdshooks.security.RefusalCause.TOKEN_TOO_LONG;
import static io.nextline.cdshooks.security.RefusalCause.TYPE_NOT_JWT;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.nextline.cdshooks.security.RefusalCause;
import io.nextline.cdshooks.security.TestKey;
import io.nextline.cdshooks.security.TestToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way in which a token can be wrong, over HTTP. The client sees the same answer to the last byte whatever the cause, while the
 * gate knows which it was; and nothing that a token names is ever called.
 */
class TokenRefusalTest {

    private static final TestKey STRANGERS = TestKey.ec("key-1", "secp384r1");
    private static final TestKey P256 = TestKey.ec("key-256", "secp256r1");
    private static final AtomicInteger CALLS = new AtomicInteger();
    private static GuardedService service;
    private static HttpServer elsewhere;
    private static String refusal = "";

    @BeforeAll
    static void start() throws IOException {
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            CALLS.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        elsewhere.start();
        service = new GuardedService();
        refusal = service.client.call(List.of()).comparable();
    }

    @AfterAll
    static void stop() {
        service.close();
        elsewhere.stop(0);
    }

    private static Arguments row(String name, RefusalCause cause, Supplier<List<String>> headers) {
        return Arguments.of(name, cause, headers);
    }

    private static Arguments bearer(String name, RefusalCause cause, Supplier<String> token) {
        return row(name, cause, () -> List.of("Authorization: Bearer " + token.get()));
    }

    private static Arguments spoilt(String name, RefusalCause cause, UnaryOperator<TestToken> spoil) {
        return bearer(name, cause, () -> spoil.apply(service.token()).signedBy(EC, "ES384"));
    }

    private static TestToken withKid(TestToken token) {
        return token.header("kid", "key-1");
    }

    private static Arguments header(String name, RefusalCause cause, String field, Object value) {
        return spoilt(name, cause, token -> withKid(token).header(field, value));
    }

    private static Arguments claim(String name, RefusalCause cause, String field, Supplier<Object> value) {
        return spoilt(name, cause, token -> withKid(token).claim(field, value.get()));
    }

    static List<Arguments> headers() {
        return List.of(
                row("no header", NO_CREDENTIALS, List::of),
                row("Basic", NOT_BEARER, () -> List.of("Authorization: Basic dXNlcjpwYXNz")),
                row("Bearer without a token", NOT_BEARER, () -> List.of("Authorization: Bearer")),
                row(
                        "token without a scheme",
                        NOT_BEARER,
                        () -> List.of("Authorization: " + service.token().signedBy(EC))),
                row(
                        "two headers, both good",
                        SEVERAL_CREDENTIALS,
                        () -> List.of(
                                "Authorization: Bearer " + service.token().signedBy(EC),
                                "Authorization: Bearer " + service.token().signedBy(EC))),
                row(
                        "two tokens in one header",
                        TOKEN_MALFORMED,
                        () -> List.of("Authorization: Bearer " + service.token().signedBy(EC) + ", Bearer "
                                + service.token().signedBy(EC))),
                row(
                        "two blanks before the token",
                        TOKEN_MALFORMED,
                        () -> List.of(
                                "Authorization: Bearer  " + service.token().signedBy(EC))),
                row(
                        "token in another header",
                        NO_CREDENTIALS,
                        () -> List.of(
                                "X-Authorization: Bearer " + service.token().signedBy(EC))));
    }

    static List<Arguments> algorithms() {
        List<Arguments> rows = new ArrayList<>();
        for (String none : new String[] {"none", "None", "NONE", "nOnE", ""}) {
            rows.add(bearer(
                    "alg '" + none + "', no signature",
                    none.isEmpty() ? ALGORITHM_NOT_ALLOWED : TOKEN_MALFORMED,
                    () -> withKid(service.token()).header("alg", none).input() + (none.isEmpty() ? ".AA" : "")));
            rows.add(bearer(
                    "alg '" + none + "', empty signature",
                    ALGORITHM_NOT_ALLOWED,
                    () -> withKid(service.token()).header("alg", none).input() + "."));
            rows.add(header("alg '" + none + "', good signature", ALGORITHM_NOT_ALLOWED, "alg", none));
        }
        rows.add(header("alg missing", ALGORITHM_NOT_ALLOWED, "alg", null));
        rows.add(header("alg a number", TOKEN_MALFORMED, "alg", 384));
        rows.add(header("alg in lower case", ALGORITHM_NOT_ALLOWED, "alg", "es384"));
        rows.add(header("alg of JWE", ALGORITHM_NOT_ALLOWED, "alg", "RSA-OAEP-256"));
        rows.add(header("alg EdDSA", ALGORITHM_NOT_ALLOWED, "alg", "EdDSA"));
        for (String hash : new String[] {"HS256", "HS384", "HS512"}) {
            rows.add(bearer(
                    hash + " with the public key's bytes",
                    ALGORITHM_NOT_ALLOWED,
                    () -> symmetric(hash, RSA.pair().getPublic().getEncoded())));
            rows.add(bearer(
                    hash + " with the public key's JWK",
                    ALGORITHM_NOT_ALLOWED,
                    () -> symmetric(hash, TestKey.json(EC.jwk()).getBytes(StandardCharsets.UTF_8))));
        }
        rows.add(bearer(
                "ES256 where only 384s are allowed",
                ALGORITHM_NOT_ALLOWED,
                () -> service.token().header("alg", "ES256").signedBy(P256)));
        rows.add(bearer(
                "RS256 with the issuer's own RSA key",
                ALGORITHM_NOT_ALLOWED,
                () -> service.token().header("alg", "RS256").signedBy(RSA)));
        rows.add(bearer(
                "RSA key under an ES header",
                KEY_NOT_FOR_ALGORITHM,
                () -> service.token().header("kid", "key-rsa").signedBy(RSA, "RS384")));
        rows.add(bearer(
                "EC key under an RS header",
                KEY_NOT_FOR_ALGORITHM,
                () -> withKid(service.token()).header("alg", "RS384").signedBy(EC, "ES384")));
        return rows;
    }

    private static String symmetric(String algorithm, byte[] secret) {
        String input =
                service.token().header("alg", algorithm).header("kid", "key-1").input();
        try {
            String name = "HmacSHA" + algorithm.substring(2);
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(secret, name));
            return input + '.' + TestToken.base64(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static List<Arguments> keys() {
        List<Arguments> rows = new ArrayList<>(List.of(
                header("kid unknown", KEY_UNKNOWN, "kid", "key-9"),
                header("kid missing", KEY_ID_MISSING, "kid", null),
                header("kid empty", KEY_ID_MISSING, "kid", ""),
                header("kid a number", TOKEN_MALFORMED, "kid", 1),
                header("kid null character", KEY_UNKNOWN, "kid", "key-1\u0000"),
                header("kid path text", KEY_UNKNOWN, "kid", "../../../../etc/passwd"),
                header("kid of SQL", KEY_UNKNOWN, "kid", "' OR 1=1 --"),
                header("kid of 4 KB", KEY_UNKNOWN, "kid", "k".repeat(4 * 1024)),
                header("kid of 10 KB", TOKEN_TOO_LONG, "kid", "k".repeat(10 * 1024)),
                header("crit", CRITICAL_EXTENSION, "crit", List.of("exp")),
                header("crit empty", CRITICAL_EXTENSION, "crit", List.of()),
                header("b64 false", CRITICAL_EXTENSION, "b64", false),
                header("typ missing", TYPE_NOT_JWT, "typ", null),
                header("typ not JWT", TYPE_NOT_JWT, "typ", "JOSE"),
                header("typ of an access token", TYPE_NOT_JWT, "typ", "at+jwt"),
                bearer(
                        "key of another issuer under the same kid",
                        SIGNATURE_INVALID,
                        () -> service.token().signedBy(CLINICS)),
                bearer(
                        "stranger's key",
                        SIGNATURE_INVALID,
                        () -> service.token().signedBy(STRANGERS))));
        String address = "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/jwks.json";
        for (String field : new String[] {"jku", "x5u"}) {
            rows.add(bearer(
                    field + " naming the stranger's keys",
                    SIGNATURE_INVALID,
                    () -> service.token().header(field, address).signedBy(STRANGERS)));
            rows.add(bearer(
                    field + " and an unknown kid",
                    KEY_UNKNOWN,
                    () -> service.token().header(field, address).signedBy(STRANGERS.withKid("new"))));
        }
        rows.add(bearer(
                "jwk holding the stranger's key",
                SIGNATURE_INVALID,
                () -> service.token().header("jwk", STRANGERS.jwk()).signedBy(STRANGERS)));
        rows.add(bearer(
                "x5c holding a certificate",
                TOKEN_MALFORMED,
                () -> service.token()
                        .header("x5c", List.of(Base64.getEncoder().encodeToString(new byte[32])))
                        .header("x5t#S256", 7)
                        .signedBy(STRANGERS)));
        return rows;
    }

    static List<Arguments> issuersAndAudiences() {
        return List.of(
                claim("iss unknown", ISSUER_UNKNOWN, "iss", () -> "https://other.example"),
                claim("iss missing", ISSUER_UNKNOWN, "iss", () -> null),
                claim("iss in other case", ISSUER_UNKNOWN, "iss", () -> "https://EHR.hospital.example"),
                claim("iss with a trailing slash", ISSUER_UNKNOWN, "iss", () -> EHR + "/"),
                claim("iss a list", TOKEN_MALFORMED, "iss", () -> List.of(EHR)),
                claim("aud other service", AUDIENCE_MISMATCH, "aud", () -> BASE + "/cds-services/nextline-order-sign"),
                claim("aud parent URL", AUDIENCE_MISMATCH, "aud", () -> BASE + "/cds-services"),
                claim("aud base URL", AUDIENCE_MISMATCH, "aud", () -> BASE),
                claim("aud trailing slash", AUDIENCE_MISMATCH, "aud", () -> VIEW + "/"),
                claim("aud other port", AUDIENCE_MISMATCH, "aud", () -> VIEW.replace(".example/", ".example:8443/")),
                claim(
                        "aud with the default port",
                        AUDIENCE_MISMATCH,
                        "aud",
                        () -> VIEW.replace(".example/", ".example:443/")),
                claim("aud http", AUDIENCE_MISMATCH, "aud", () -> VIEW.replace("https", "http")),
                claim(
                        "aud as the Host header says",
                        AUDIENCE_MISMATCH,
                        "aud",
                        () -> "https://evil.example/cds-services/nextline-patient-view"),
                claim("aud of the feedback endpoint", AUDIENCE_MISMATCH, "aud", () -> VIEW + "/feedback"),
                claim("aud array without us", AUDIENCE_MISMATCH, "aud", () -> List.of(BASE, VIEW + "x")),
                claim("aud empty array", AUDIENCE_MISMATCH, "aud", List::of),
                claim("aud array of objects", TOKEN_MALFORMED, "aud", () -> List.of(Map.of("url", VIEW))),
                claim("aud array of hundreds", TOKEN_MALFORMED, "aud", () -> Collections.nCopies(60, VIEW)),
                claim("aud missing", AUDIENCE_MISMATCH, "aud", () -> null),
                claim("tenant not in the list", TENANT_UNKNOWN, "tenant", () -> "east"),
                claim("tenant missing where there is a list", TENANT_UNKNOWN, "tenant", () -> null),
                claim("tenant a number", TOKEN_MALFORMED, "tenant", () -> 7));
    }

    static List<Arguments> times() {
        return List.of(
                claim("exp past by the skew", EXPIRED, "exp", () -> service.now() - 60),
                claim("exp missing", CLAIM_MISSING, "exp", () -> null),
                claim("exp a string", TOKEN_MALFORMED, "exp", () -> String.valueOf(service.now() + 300)),
                claim("exp an object", TOKEN_MALFORMED, "exp", () -> Map.of()),
                claim("exp in the year 9999", LIFETIME_NOT_ALLOWED, "exp", () -> 253_402_300_799L),
                claim("exp beyond all calendars", TOKEN_MALFORMED, "exp", () -> Long.MAX_VALUE),
                spoilt(
                        "exp 1e1000000000",
                        TOKEN_MALFORMED,
                        token -> withKid(token)
                                .payload(token.claims().replaceFirst("\"exp\":\\d+", "\"exp\":1e1000000000"))),
                claim("exp in milliseconds", TOKEN_MALFORMED, "exp", () -> (service.now() + 300) * 1000),
                claim("exp negative", EXPIRED, "exp", () -> -1),
                claim("exp not after iat", LIFETIME_NOT_ALLOWED, "exp", () -> service.now()),
                claim("lifetime over the maximum", LIFETIME_NOT_ALLOWED, "exp", () -> service.now() + 301),
                claim("iat missing", CLAIM_MISSING, "iat", () -> null),
                claim("iat in the future beyond the skew", ISSUED_IN_FUTURE, "iat", () -> service.now() + 61),
                claim("iat a string", TOKEN_MALFORMED, "iat", () -> "now"),
                claim("nbf in the future beyond the skew", NOT_YET_VALID, "nbf", () -> service.now() + 61),
                claim("nbf a string", TOKEN_MALFORMED, "nbf", () -> "0"),
                claim("jti missing", CLAIM_MISSING, "jti", () -> null),
                claim("jti empty", CLAIM_MISSING, "jti", () -> ""),
                claim("jti a number", TOKEN_MALFORMED, "jti", () -> 7),
                claim("jti of 257 characters", TOKEN_MALFORMED, "jti", () -> "j".repeat(257)),
                bearer("jti seen", TOKEN_REPLAYED, () -> used(service.token().signedBy(EC))),
                bearer("jti seen in another token", TOKEN_REPLAYED, () -> {
                    used(service.token().claim("jti", "twice").signedBy(EC));
                    return service.token()
                            .claim("jti", "twice")
                            .claim("exp", service.now() + 7)
                            .signedBy(EC);
                }));
    }

    private static String used(String token) {
        assertThat(service.call(token).status()).isEqualTo(200);
        return token;
    }

    static List<Arguments> forms() {
        return List.of(
                bearer("empty token", NOT_BEARER, () -> ""),
                bearer("one part", TOKEN_MALFORMED, () -> "e30"),
                bearer("four parts", TOKEN_MALFORMED, () -> service.token().signedBy(EC) + ".AA"),
                bearer(
                        "five parts, as a JWE has",
                        TOKEN_MALFORMED,
                        () -> service.token().signedBy(EC) + ".AA.AA"),
                bearer(
                        "token over 8 KB",
                        TOKEN_TOO_LONG,
                        () -> service.token().claim("x", "y".repeat(8 * 1024)).signedBy(EC)),
                spoilt("claims nested 5000 deep", TOKEN_TOO_LONG, token -> nested(token, 5000)),
                spoilt("claims nested 1000 deep, within 8 KB", TOKEN_MALFORMED, token -> nested(token, 1000)),
                spoilt("claims nested 9 deep", TOKEN_MALFORMED, token -> nested(token, 9)),
                spoilt(
                        "claim twice",
                        TOKEN_MALFORMED,
                        token -> withKid(token).payload(token.claims().replace("{\"iss\"", "{\"aud\":\"x\",\"iss\""))),
                spoilt(
                        "claims an array",
                        TOKEN_MALFORMED,
                        token -> withKid(token).payload("[]")),
                spoilt(
                        "claims cut off",
                        TOKEN_MALFORMED,
                        token -> withKid(token).payload(token.claims().substring(0, 40))),
                spoilt(
                        "something behind the claims",
                        TOKEN_MALFORMED,
                        token -> withKid(token).payload(token.claims() + "{}")),
                spoilt(
                        "claims not JSON",
                        TOKEN_MALFORMED,
                        token -> withKid(token).payload("claims")),
                bearer("tampered claims", SIGNATURE_INVALID, () -> {
                    String north = service.token().signedBy(EC);
                    String south =
                            withKid(service.token().claim("tenant", "south")).input();
                    return south + north.substring(north.lastIndexOf('.'));
                }),
                bearer("tampered signature", SIGNATURE_INVALID, () -> {
                    String token = service.token().signedBy(EC);
                    int at = token.lastIndexOf('.') + 5;
                    return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
                }),
                bearer("truncated signature", SIGNATURE_INVALID, () -> {
                    String token = service.token().signedBy(EC);
                    return token.substring(0, token.length() - 8);
                }),
                bearer("signature of another token", SIGNATURE_INVALID, () -> {
                    String other = service.token().signedBy(EC);
                    return withKid(service.token()).input() + other.substring(other.lastIndexOf('.'));
                }),
                bearer(
                        "ES signature of zeros",
                        SIGNATURE_INVALID,
                        () -> withKid(service.token()).input() + "." + TestToken.base64(new byte[96])),
                bearer(
                        "ES signature of zeros, one byte",
                        SIGNATURE_INVALID,
                        () -> withKid(service.token()).input() + "." + TestToken.base64(new byte[1])),
                bearer(
                        "RSA signature of zeros",
                        SIGNATURE_INVALID,
                        () -> service.token()
                                        .header("alg", "RS384")
                                        .header("kid", "key-rsa")
                                        .input()
                                + "." + TestToken.base64(new byte[256])));
    }

    private static TestToken nested(TestToken token, int depth) {
        String deep = "[".repeat(depth) + "]".repeat(depth);
        return withKid(token).payload(token.claims().replace("{\"iss\"", "{\"x\":" + deep + ",\"iss\""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"headers", "algorithms", "keys", "issuersAndAudiences", "times", "forms"})
    void everyCauseGetsTheSameAnswer(String name, RefusalCause cause, Supplier<List<String>> headers) {
        RawClient.Answer answer = service.client.call(headers.get());

        assertThat(answer.comparable()).isEqualTo(refusal);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.head().lines()).contains("WWW-Authenticate: Bearer", "Cache-Control: no-store");
        assertThat(service.gate.cause()).isEqualTo(cause);
        assertThat(CALLS).hasValue(0);
    }
}
