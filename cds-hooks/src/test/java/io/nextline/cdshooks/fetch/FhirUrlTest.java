package io.nextline.cdshooks.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A URL that a client chose is compared part by part with those the site allows. */
class FhirUrlTest {

    private static final FhirEndpoint GOOD = FhirEndpoint.of("https://good.example/fhir");

    private static boolean isAllowed(String fhirServer) {
        FhirUrl url = FhirUrl.parse(fhirServer);
        return url != null && GOOD.allows(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://good.example/fhir",
                "https://good.example/fhir/",
                "https://good.example:443/fhir",
                "HTTPS://GOOD.Example/fhir",
                "https://good.example/fhir/tenant-1/r4"
            })
    void sameOriginAndAPathAtOrBelowTheBaseIsAllowed(String fhirServer) {
        assertThat(isAllowed(fhirServer)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "good.example/fhir",
                "//good.example/fhir",
                "http://good.example/fhir",
                "ftp://good.example/fhir",
                "https:good.example/fhir",
                "https:///fhir",
                "https://good.example@evil.example/fhir",
                "https://user@good.example/fhir",
                "https://user:pass@good.example/fhir",
                "https://@good.example/fhir",
                "https://good.example.evil.example/fhir",
                "https://notgood.example/fhir",
                "https://good.example./fhir",
                "https://good.example:8443/fhir",
                "https://good.example:/fhir",
                "https://good.example:0443/fhir",
                "https://good.example:99999999999/fhir",
                "https://good.example/",
                "https://good.example/fhirx",
                "https://good.example/fhir2/",
                "https://good.example/FHIR",
                "https://good.example/fhir/../admin",
                "https://good.example/fhir/..",
                "https://good.example/x/../fhir",
                "https://good.example/./fhir",
                "https://good.example/fhir/%2e%2e/admin",
                "https://good.example/fhir/%2E%2E/admin",
                "https://good.example/fhir/..%2fadmin",
                "https://good.example/fhir/%252e%252e/admin",
                "https://good.example/fhir/..;/admin",
                "https://good.example/fhir\\..\\admin",
                "https://good.example\\@evil.example/fhir",
                "https://good.example//fhir",
                "https://good.example/fhir//tenant",
                "https://good.example/fhir#fragment",
                "https://evil.example#@good.example/fhir",
                "https://good.example/fhir?x=/fhir",
                "https://good.example%2eevil.example/fhir",
                "https://gооd.example/fhir",
                "https://good。example/fhir",
                "https://good.example\t/fhir",
                "https://good.example\r\nHost: evil.example/fhir",
                "https://2130706433/fhir",
                "https://127.1/fhir",
                "https://[::ffff:127.0.0.1]/fhir",
                "https://[fe80::1%25eth0]/fhir"
            })
    void everythingElseIsNot(String fhirServer) {
        assertThat(isAllowed(fhirServer)).isFalse();
    }

    // The shape of GHSA-vr79-8m62-wh98: a base compared as text also starts the URLs of others.
    @Test
    void baseWithoutAPathDoesNotAllowHostsThatStartWithIt() {
        FhirEndpoint base = FhirEndpoint.of("https://good.example");

        for (String other : new String[] {
            "https://good.example.evil.example/",
            "https://good.example@evil.example/",
            "https://good.example:pass@evil.example/",
            "https://good.example-evil.example/"
        }) {
            FhirUrl url = FhirUrl.parse(other);
            assertThat(url != null && base.allows(url)).as(other).isFalse();
        }
        assertThat(base.allows(FhirUrl.parse("https://good.example/any/path"))).isTrue();
    }

    @Test
    void textLongerThanAnyUrlIsNone() {
        assertThat(isAllowed("https://good.example/fhir/" + "a".repeat(9_000))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ehr.example/fhir",
                "http://10.0.0.1/fhir",
                "https://user@ehr.example/fhir",
                "https://ehr.example/fhir?x=1",
                "https://ehr.example/fhir/../x",
                "https://ehr.example/fhir#x",
                "https://müller.example/fhir",
                "ehr.example/fhir"
            })
    void endpointNeedsAPlainHttpsUrl(String base) {
        assertThatThrownBy(() -> new FhirEndpoint(URI.create(base), true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a FHIR base needs");
    }

    @Test
    void plainHttpIsForThisMachineWithPrivateAddressesAllowed() {
        assertThat(FhirEndpoint.inside("http://localhost:8080/fhir").allowPrivate())
                .isTrue();
        assertThat(FhirEndpoint.inside("http://[::1]:8080/fhir").allowPrivate()).isTrue();
        assertThatThrownBy(() -> FhirEndpoint.of("http://127.0.0.1:8080/fhir"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
