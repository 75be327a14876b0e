package io.nextline.cdshooks.http;

import static io.nextline.cdshooks.http.SampleService.ORIGIN;
import static io.nextline.cdshooks.http.SampleService.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.cdshooks.SampleRequest;
import io.nextline.cdshooks.security.DevelopmentGate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorsTest {

    private static final String ALLOW = "Access-Control-Allow-Origin";
    private static final CdsHooksHandler OPEN =
            new CdsHooksHandler(SampleService.services(), Cors.anyOrigin(), new DevelopmentGate());
    private static final CdsHooksHandler CLOSED =
            new CdsHooksHandler(SampleService.services(), Cors.none(), new DevelopmentGate());
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    @ParameterizedTest
    @CsvSource({
        "GET, /cds-services, 200",
        "HEAD, /cds-services, 200",
        "OPTIONS, /cds-services, 204",
        "OPTIONS, /cds-services/nextline-patient-view, 204",
        "POST, /cds-services/nextline-patient-view, 200",
        "POST, /cds-services/nextline-order-sign, 400",
        "PUT, /cds-services, 405",
        "GET, /elsewhere, 404"
    })
    void s10EveryAnswerMayBeReadByTheOriginsAllowedAndByNoOther(String method, String path, int status) {
        String body = SampleRequest.patientView().json();
        HttpResponse open = send(OPEN, method, path, JSON, body);

        assertThat(open.status()).isEqualTo(status);
        assertThat(open.headers()).containsEntry(ALLOW, "*");
        assertThat(send(CLOSED, method, path, JSON, body).headers()).doesNotContainKey(ALLOW);
    }

    @Test
    void s10PreflightAllowsWhatAClientSends() {
        HttpResponse response = send(OPEN, "OPTIONS", "/cds-services/nextline-order-sign", Map.of(), "");

        assertThat(response.body()).isEmpty();
        assertThat(response.headers())
                .containsEntry("Access-Control-Allow-Headers", "Authorization, Content-Type")
                .containsEntry("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
    }

    @Test
    void originsAreComparedExactly() {
        CdsHooksHandler same =
                new CdsHooksHandler(SampleService.services(), Cors.origins(Set.of(ORIGIN)), new DevelopmentGate());
        CdsHooksHandler other = new CdsHooksHandler(
                SampleService.services(), Cors.origins(Set.of(ORIGIN + ".evil")), new DevelopmentGate());

        assertThat(send(same, "GET", "/cds-services", Map.of(), "").headers())
                .containsEntry(ALLOW, ORIGIN)
                .containsEntry("Vary", "Origin");
        assertThat(send(other, "GET", "/cds-services", Map.of(), "").headers())
                .doesNotContainKey(ALLOW)
                .containsEntry("Vary", "Origin");
        assertThatThrownBy(() -> Cors.origins(Set.of("*"))).isInstanceOf(IllegalArgumentException.class);
    }
}
