package io.nextline.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.SampleRequest;
import io.nextline.cdshooks.security.DevelopmentGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What belongs to the patient or the caller is found in no error body and in no log, at any level. */
class CanaryTest {

    private static final List<String> CANARIES = List.of(
            "Zyxwvut", "MRN-4711", "1931-07-19", "canary-patient", "canary-condition", "canary-token", "canary-user");

    private static final String PATIENT = "{\"resourceType\":\"Patient\",\"id\":\"canary-patient\","
            + "\"name\":[{\"family\":\"Zyxwvut\"}],\"identifier\":[{\"value\":\"MRN-4711\"}],\"birthDate\":\"1931-07-19\"}";
    private static final String CONDITION = "{\"resourceType\":\"Condition\",\"id\":\"canary-condition\","
            + "\"code\":{\"text\":\"Zyxwvut MRN-4711\"},\"subject\":{\"reference\":\"Patient/canary-patient\"}}";

    private static SampleRequest request() {
        return SampleRequest.patientView()
                .top("hookInstance", "\"canary-token\"")
                .top("fhirServer", "\"https://canary-user.example\"")
                .top("fhirAuthorization", "{\"access_token\":\"canary-token\"}")
                .context("userId", "\"Practitioner/canary-user\"")
                .context("patientId", "\"canary-patient\"")
                .prefetch("patient", PATIENT)
                .prefetch("conditions", SampleRequest.bundle(CONDITION));
    }

    private static List<String> bodies() {
        String whole = request().json();
        return List.of(
                whole,
                whole.substring(0, whole.length() / 2),
                whole.replace("\"hook\"", "\"hook\":\"Zyxwvut\",\"hook\""),
                request().top("hook", "\"Zyxwvut\"").json(),
                request().context("patientId", "\"canary-patient Zyxwvut\"").json(),
                request().prefetch("medications", "\"Zyxwvut\"").json(),
                request()
                        .prefetch("patient", "{\"resourceType\":\"Zyxwvut\",\"id\":7}")
                        .json(),
                request().prefetch("conditions", "[Zyxwvut]").json());
    }

    @Test
    void neitherErrorsNorLogsRepeatWhatWasSent() throws IOException {
        CdsHooksHandler fine = new CdsHooksHandler(SampleService.services(), Cors.none(), new DevelopmentGate());
        CdsHooksHandler failing = new CdsHooksHandler(
                SampleService.services((record, drafts, asOf, layer) -> {
                    throw new IllegalStateException("Zyxwvut in " + record);
                }),
                Cors.none(),
                new DevelopmentGate());
        StringBuilder answers = new StringBuilder();
        for (String body : bodies()) {
            answers.append(SampleService.text(SampleService.post(fine, "nextline-patient-view", body)));
            answers.append(SampleService.text(SampleService.post(failing, "nextline-patient-view", body)));
        }

        assertThat(Files.readString(Path.of("target", "test.log")))
                .contains("call failed, id")
                .doesNotContain(CANARIES);
        assertThat(answers.toString()).contains("OperationOutcome").doesNotContain(CANARIES);
    }
}
