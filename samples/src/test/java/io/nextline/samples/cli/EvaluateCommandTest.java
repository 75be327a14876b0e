package io.nextline.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateCommandTest {

    private static final String REFERENCE = Run.sample("01-rcc-reference/bundle.json");
    private static final String ATEZOLIZUMAB = Run.sample("01-rcc-reference/draft-atezolizumab.json");
    private static final String CABOZANTINIB = Run.sample("01-rcc-reference/draft-cabozantinib.json");
    private static final String NIVOLUMAB = Run.sample("01-rcc-reference/draft-nivolumab.json");
    private static final String ASSESSMENT = "io.nextline.assessment";

    @TempDir
    Path folder;

    @Test
    void jsonIsTheResponseOfTheContractAndNothingElse() {
        JsonNode response =
                Run.of("evaluate", REFERENCE, "--json").exits(0).isQuiet().jsonOf(Run.RESPONSE);

        assertThat(response.path("cards")).isNotEmpty();
        JsonNode evidence = response.at("/cards/0/extension/io.nextline.evidence/evidenceBase");
        assertThat(evidence.path("asOf").asText()).isEqualTo("2026-11-21");
        assertThat(evidence.path("layer").asText()).isEqualTo("seed+update");
    }

    @Test
    void draftedAtezolizumabBesideCabozantinibIsWarnedOf() {
        Run.of("evaluate", REFERENCE, "--draft", ATEZOLIZUMAB, "--draft", CABOZANTINIB)
                .exits(0)
                .isQuiet()
                .prints("[WARNING]", "CONTACT-03", "1.03 (95% CI 0.83-1.28)", "0.94 (95% CI 0.70-1.27)")
                .printsNot("**", "| --- |", "\\", "&lt;")
                .fits(100);
    }

    @Test
    void draftedNivolumabIsAnotherQuestion() {
        JsonNode response = Run.of("evaluate", REFERENCE, "--draft", NIVOLUMAB, "--json")
                .exits(0)
                .jsonOf(Run.RESPONSE);

        assertThat(applies(response, "DS-1")).isEqualTo("false");
        assertThat(applies(response, "DS-2")).isEqualTo("true");
    }

    @Test
    void draftsMayComeAsOneBundle() throws IOException {
        String bundle =
                "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":" + Files.readString(Path.of(ATEZOLIZUMAB))
                        + "},{\"resource\":" + Files.readString(Path.of(CABOZANTINIB)) + "}]}";
        Path drafts = Files.writeString(folder.resolve("drafts.json"), bundle);

        String apart = Run.of("evaluate", REFERENCE, "--draft", ATEZOLIZUMAB, "--draft", CABOZANTINIB, "--json")
                .out();
        String together = Run.of("evaluate", REFERENCE, "--draft", drafts.toString(), "--json")
                .out();

        assertThat(together).isEqualTo(apart);
    }

    @Test
    void standardInputIsTheFile() throws IOException {
        Run named = Run.of("evaluate", REFERENCE, "--json").exits(0);
        Run piped = Run.with(Files.readString(Path.of(REFERENCE)), "evaluate", "-", "--json")
                .exits(0);

        assertThat(piped.out()).isEqualTo(named.out());
    }

    @ParameterizedTest
    @CsvSource({
        "13-renal-pelvis, other-cancer",
        "31-sclc-atezolizumab, other-cancer",
        "47-breast-pembrolizumab, other-cancer",
        "49-no-cancer, no-cancer",
        "08-rcc-colitis, not-progressed",
    })
    void withoutACardTheReasonIsSaid(String folder, String reason) {
        String file = Run.sample(folder + "/bundle.json");

        JsonNode response = Run.of("evaluate", file, "--json").exits(0).jsonOf(Run.RESPONSE);

        assertThat(response.path("cards")).isEmpty();
        assertThat(response.path("extension")
                        .path(ASSESSMENT)
                        .path("noCardReason")
                        .asText())
                .isEqualTo(reason);
        Run.of("evaluate", file).exits(0).prints("No card (" + reason + ").");
    }

    @Test
    void layerAndDayAreHandedOn() {
        JsonNode response = Run.of("evaluate", REFERENCE, "--layer", "seed", "--as-of", "2026-11-20", "--json")
                .exits(0)
                .jsonOf(Run.RESPONSE);

        JsonNode evidence = response.at("/cards/0/extension/io.nextline.evidence/evidenceBase");
        assertThat(evidence.path("asOf").asText()).isEqualTo("2026-11-20");
        assertThat(evidence.path("layer").asText()).isEqualTo("seed");
    }

    @Test
    void anotherPatientsDataIsRefused() throws IOException {
        String other = Files.readString(Path.of(ATEZOLIZUMAB)).replace("\"Patient/", "\"Patient/other-");
        Path draft = Files.writeString(folder.resolve("draft.json"), other);

        Run.of("evaluate", REFERENCE, "--draft", draft.toString())
                .exits(ExitCode.UNREADABLE)
                .saysNothingOnStandardOutput()
                .complains("another patient", "one patient only");
    }

    @Test
    void entrySetAsideIsNamedOnStandardErrorAndTheRestCounts() throws IOException {
        String bundle = Files.readString(Path.of(REFERENCE))
                .replaceFirst(
                        "\"entry\": \\[",
                        "\"entry\": [{\"resource\":{\"resourceType\":\"Observation\",\"id\":\"odd\",\"status\":\"final\","
                                + "\"valueQuantity\":{\"value\":1e1000000000}}},");

        Run run = Run.with(bundle, "evaluate", "-", "--json").exits(0).complains("Observation/odd", "valueQuantity");

        assertThat(run.jsonOf(Run.RESPONSE).path("cards")).isNotEmpty();
        assertThat(run.err()).doesNotContain("1e1000000000");
    }

    @Test
    void hugeNumberAndHugeTextAreHeldOff() {
        String text = "x".repeat(30_000_000);
        String bundle =
                "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"a\","
                        + "\"birthDate\":\"1960-01-01\",\"note\":\"" + text
                        + "\",\"multipleBirthInteger\":1e1000000000}}]}";

        org.assertj.core.api.Assertions.assertThatCode(() -> Run.with(bundle, "evaluate", "-", "--json"))
                .doesNotThrowAnyException();
        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(5), () -> Run.with(bundle, "evaluate", "-", "--json"));
    }

    @Test
    void requestIsAnsweredByItsOwnHookAndDrafts() throws IOException {
        Run.with(request("order-sign", drafts(), ""), "evaluate", "-").exits(0).prints("[WARNING]", "CONTACT-03");
        Run.with(request("order-sign", drafts(), ""), "evaluate", "-", "--hook", "patient-view")
                .exits(0)
                .printsNot("[WARNING]");
    }

    @Test
    void requestWithoutNeededDataNamesTheMissingKeys() {
        Run.with(
                        "{\"hook\":\"patient-view\",\"hookInstance\":\"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea\","
                                + "\"context\":{\"userId\":\"Practitioner/a\",\"patientId\":\"p\"}}",
                        "evaluate",
                        "-")
                .exits(ExitCode.UNREADABLE)
                .saysNothingOnStandardOutput()
                .complains("lacks prefetch data", "patient", "conditions");
    }

    @Test
    void requestThatBreaksCdsHooksIsRefused() {
        Run.with("{\"hook\":\"patient-view\"}", "evaluate", "-")
                .exits(ExitCode.UNREADABLE)
                .complains("hookInstance");
        Run.with("{\"hook\":7,\"prefetch\":{}}", "evaluate", "-")
                .exits(ExitCode.UNREADABLE)
                .complains("hook");
    }

    private static String drafts() throws IOException {
        return ",\"draftOrders\":{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":"
                + Files.readString(Path.of(ATEZOLIZUMAB)) + "},{\"resource\":" + Files.readString(Path.of(CABOZANTINIB))
                + "}]}";
    }

    /** A request that sends the whole reference patient under each key that is needed. */
    private static String request(String hook, String drafts, String more) throws IOException {
        String bundle = Files.readString(Path.of(REFERENCE));
        String patient = "patient-d028ecc6";
        return "{\"hook\":\"" + hook + "\",\"hookInstance\":\"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea\",\"context\":{"
                + "\"userId\":\"Practitioner/a\",\"patientId\":\"" + patient + "\"" + drafts
                + "},\"prefetch\":{\"patient\":"
                + "{\"resourceType\":\"Patient\",\"id\":\"" + patient
                + "\",\"birthDate\":\"1961-04-18\"},\"conditions\":"
                + bundle + ",\"medications\":{\"resourceType\":\"Bundle\",\"entry\":[]}" + more + "}}";
    }

    private static String applies(JsonNode response, String id) {
        for (JsonNode statement : response.path("extension").path(ASSESSMENT).path("statements")) {
            if (statement.path("id").asText().equals(id)) {
                return statement.path("applies").asText();
            }
        }
        return "absent";
    }
}
