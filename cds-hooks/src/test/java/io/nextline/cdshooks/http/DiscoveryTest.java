package io.nextline.cdshooks.http;

import static io.nextline.cdshooks.http.SampleService.get;
import static io.nextline.cdshooks.http.SampleService.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.cdshooks.ResponseRules;
import io.nextline.cdshooks.security.DevelopmentGate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTest {

    private static final CdsHooksHandler HANDLER =
            new CdsHooksHandler(SampleService.services(), Cors.none(), new DevelopmentGate());

    private static JsonNode services() {
        HttpResponse response = get(HANDLER, "/cds-services");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers()).containsEntry("Content-Type", "application/json");
        return ResponseRules.parse(response.body()).get("services");
    }

    @Test
    void d1ToD3ListsTheThreeServicesWithWhatIsRequiredOfThem() {
        Map<String, String> hooks = Map.of(
                "nextline-patient-view", "patient-view",
                "nextline-order-select", "order-select",
                "nextline-order-sign", "order-sign");
        Set<String> ids = new HashSet<>();
        for (JsonNode service : services()) {
            ids.add(service.get("id").asText());
            assertThat(service.get("hook").asText())
                    .isEqualTo(hooks.get(service.get("id").asText()));
            assertThat(service.get("description").asText()).isNotBlank();
            assertThat(service.get("title").asText()).isNotBlank();
        }
        assertThat(ids).isEqualTo(hooks.keySet());
    }

    @Test
    void j2NothingInDiscoveryIsEmpty() {
        assertThat(ResponseRules.checkNothingEmpty(
                                SampleService.get(HANDLER, "/cds-services").body())
                        .get("services"))
                .hasSize(3);
    }

    @Test
    void d4AndD5TellTheVersionsOfTheSpecificationAndTheHook() {
        for (JsonNode service : services()) {
            assertThat(service.get("version").asText()).isEqualTo("2.0.1");
            assertThat(service.get("hookVersion").asText()).isEqualTo("1.0");
        }
    }

    @Test
    void usageIsForCliniciansAndNoMedicalDevice() {
        for (JsonNode service : services()) {
            assertThat(service.get("usageRequirements").asText())
                    .contains("For oncology clinicians")
                    .contains("Not a medical device");
        }
    }

    @Test
    void everyPrefetchKeySaysWhetherItIsRequiredAndWhatItDecides() {
        for (JsonNode service : services()) {
            JsonNode told = service.get("extension").get("io.nextline.prefetch");
            assertThat(service.get("prefetch").size()).isEqualTo(told.size());
            service.get("prefetch").fieldNames().forEachRemaining(key -> {
                assertThat(told.get(key).get("decides").asText()).isNotBlank();
                assertThat(told.get(key).get("required").asBoolean())
                        .isEqualTo(
                                Set.of("patient", "conditions", "medications").contains(key));
            });
            assertThat(service.toString()).doesNotContain("_include").doesNotContain("feedback");
        }
    }

    @Test
    void unchangedDiscoveryNeedsNoBody() {
        String etag =
                Objects.requireNonNull(get(HANDLER, "/cds-services").headers().get("ETag"));

        for (String tags : new String[] {etag, "W/" + etag, "\"other\", " + etag, "*"}) {
            HttpResponse response = send(HANDLER, "GET", "/cds-services", Map.of("If-None-Match", tags), "");
            assertThat(response.status()).isEqualTo(304);
            assertThat(response.body()).isEmpty();
            assertThat(response.headers()).containsEntry("ETag", etag);
        }
        assertThat(send(HANDLER, "GET", "/cds-services", Map.of("If-None-Match", "\"other\""), "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void headHasTheHeadOfGetAndNoBody() {
        HttpResponse got = get(HANDLER, "/cds-services");
        HttpResponse head = send(HANDLER, "HEAD", "/cds-services", Map.of(), "");

        assertThat(head.headers()).isEqualTo(got.headers());
        assertThat(head.length()).isEqualTo(got.body().length);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void discoveryIsTheSameEveryTime() {
        CdsHooksHandler again = new CdsHooksHandler(SampleService.services(), Cors.none(), new DevelopmentGate());

        assertThat(get(again, "/cds-services").body())
                .isEqualTo(get(HANDLER, "/cds-services").body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/cds-services/",
                "/cds-services/nothing",
                "/cds-service",
                "/cds-servicesx",
                "/cds-services/nextline-patient-view/",
                "/cds-services/nextline-patient-view/feedback"
            })
    void otherPathsAreNotFound(String path) {
        for (String method : new String[] {"GET", "POST", "OPTIONS", "DELETE"}) {
            HttpResponse response = send(HANDLER, method, path, Map.of("Content-Type", "application/json"), "{}");
            assertThat(response.status()).isEqualTo(404);
            assertThat(ResponseRules.parse(response.body()).get("resourceType").asText())
                    .isEqualTo("OperationOutcome");
        }
    }

    @Test
    void otherMethodsAreToldWhichOnesArePossible() {
        for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH", "TRACE"}) {
            HttpResponse response = send(HANDLER, method, "/cds-services", Map.of(), "");
            assertThat(response.status()).isEqualTo(405);
            assertThat(response.headers()).containsEntry("Allow", "GET, HEAD, OPTIONS");
        }
        for (String method : new String[] {"GET", "HEAD", "PUT"}) {
            HttpResponse response = send(HANDLER, method, "/cds-services/nextline-order-sign", Map.of(), "");
            assertThat(response.status()).isEqualTo(405);
            assertThat(response.headers()).containsEntry("Allow", "POST, OPTIONS");
        }
    }
}
