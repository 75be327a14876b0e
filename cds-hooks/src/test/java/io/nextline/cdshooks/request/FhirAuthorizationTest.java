package io.nextline.cdshooks.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.cdshooks.SampleRequest;
import io.nextline.core.fhir.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FhirAuthorizationTest {

    private static final String WHOLE = "{\"access_token\":\"abc.DEF-1_2~3+/==\",\"token_type\":\"Bearer\","
            + "\"expires_in\":300,\"scope\":\"patient/*.rs\",\"subject\":\"nextline\",\"patient\":\"p1\"}";

    private static CdsRequest read(String authorization) throws IOException {
        return read(SampleRequest.patientView()
                .top("fhirServer", "\"https://ehr.example/fhir\"")
                .top("fhirAuthorization", authorization));
    }

    private static CdsRequest read(SampleRequest request) throws IOException {
        return new CdsRequestReader(ReadLimits.forRequests()).read(new ByteArrayInputStream(request.bytes()));
    }

    @Test
    void wholeAuthorizationIsReadAndUsableForItsPatientOnly() throws IOException {
        FhirAuthorization authorization = read(WHOLE).authorization();

        assertThat(authorization.token().header()).isEqualTo("Bearer abc.DEF-1_2~3+/==");
        assertThat(authorization.scope()).isEqualTo("patient/*.rs");
        assertThat(authorization.isUsableFor("p1")).isTrue();
        assertThat(authorization.isUsableFor("p2")).isFalse();
    }

    @Test
    void onlyTokenAndTypeAreNeeded() throws IOException {
        FhirAuthorization authorization =
                read("{\"access_token\":\"t\",\"token_type\":\"bearer\"}").authorization();

        assertThat(authorization.isUsableFor("p1")).isTrue();
        assertThat(authorization.scope()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"access_token\":\"t\",\"token_type\":\"mac\"}",
                "{\"access_token\":\"t\"}",
                "{\"access_token\":\"\",\"token_type\":\"Bearer\"}",
                "{\"access_token\":\"==\",\"token_type\":\"Bearer\"}",
                "{\"access_token\":\"a b\",\"token_type\":\"Bearer\"}",
                "{\"access_token\":\"a\\nb\",\"token_type\":\"Bearer\"}",
                "{\"access_token\":\"ä\",\"token_type\":\"Bearer\"}",
                "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":-1}"
            })
    void authorizationThatCannotBeUsedIsKeptFromUse(String authorization) throws IOException {
        assertThat(read(authorization).authorization().isUsableFor("p1")).isFalse();
    }

    @Test
    void tokenTooLongForAHeaderIsNotUsed() throws IOException {
        String token = "a".repeat(16 * 1024 + 1);

        CdsRequest request = read("{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\"}");

        assertThat(request.authorization().isUsableFor("p1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"access_token\":null,\"token_type\":\"Bearer\"}"})
    void withoutATokenThereIsNoAuthorization(String authorization) throws IOException {
        assertThat(read(authorization).authorization()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "7",
                "\"token-canary\"",
                "{\"access_token\":[\"token-canary\"]}",
                "{\"access_token\":7}",
                "{\"access_token\":\"token-canary\",\"access_token\":\"token-canary\"}",
                "{\"access_token\":\"token-canary\",\"token_type\":{}}",
                "{\"access_token\":\"token-canary\",\"scope\":[\"patient/*.read\"]}",
                "{\"access_token\":\"token-canary\",\"patient\":7}"
            })
    void wrongTypesAreRefusedWithoutRepeatingThem(String authorization) {
        assertThatThrownBy(() -> read(authorization))
                .isInstanceOf(MalformedRequestException.class)
                .hasMessageContaining("fhirAuthorization")
                .hasMessageNotContaining("canary");
    }

    @Test
    void cdsR1FhirServerIsRequiredWithAuthorization() {
        for (String fhirServer : new String[] {null, "null", "\"\"", "7"}) {
            SampleRequest request =
                    SampleRequest.patientView().top("fhirServer", fhirServer).top("fhirAuthorization", WHOLE);
            assertThatThrownBy(() -> read(request))
                    .isInstanceOf(MalformedRequestException.class)
                    .hasMessageStartingWith("fhirServer is missing");
        }
    }

    @Test
    void tokenShowsItselfToNobodyAndIsBlankAfterTheCall() throws IOException {
        CdsRequest request = read(WHOLE.replace("abc.DEF-1_2~3+/==", "token-canary"));
        AccessToken token = request.authorization().token();

        assertThat(token.toString() + request.authorization() + request).doesNotContain("canary");
        assertThat((Object) token).isNotInstanceOf(Serializable.class);
        request.forgetToken();
        assertThat(token.header()).doesNotContain("canary");
    }
}
