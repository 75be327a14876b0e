package io.nextline.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The sample requests are the reference patient as CDS Hooks calls: who changes the patient changes them too. */
class SampleRequestsTest {

    private static final Path REQUESTS = Path.of("src/main/resources/io/nextline/samples/requests");
    private static final String REFERENCE = Run.sample("01-rcc-reference/bundle.json");

    @Test
    void patientViewSaysWhatTheBundleSays() {
        assertThat(answer(request("patient-view.json"))).isEqualTo(answer(REFERENCE));
    }

    @Test
    void orderSignSaysWhatBundleAndDraftsSay() {
        JsonNode files = answer(
                REFERENCE,
                "--draft",
                Run.sample("01-rcc-reference/draft-atezolizumab.json"),
                "--draft",
                Run.sample("01-rcc-reference/draft-cabozantinib.json"));

        assertThat(answer(request("order-sign.json"))).isEqualTo(files);
        assertThat(files.at("/cards/0/indicator").asText()).isEqualTo("warning");
    }

    private static String request(String name) {
        return REQUESTS.resolve(name).toString();
    }

    /** The response without the cards' ids, which hold the id of the call. */
    private static JsonNode answer(String file, String... options) {
        String[] args = new String[options.length + 3];
        args[0] = "evaluate";
        args[1] = file;
        args[2] = "--json";
        System.arraycopy(options, 0, args, 3, options.length);
        JsonNode response = Run.of(args).exits(ExitCode.DONE).isQuiet().jsonOf(Run.RESPONSE);
        for (JsonNode card : response.path("cards")) {
            ((ObjectNode) card).remove("uuid");
            card.path("suggestions").forEach(suggestion -> ((ObjectNode) suggestion).remove("uuid"));
        }
        return response;
    }
}
