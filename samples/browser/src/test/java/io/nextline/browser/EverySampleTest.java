package io.nextline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import io.nextline.browser.WatchedPage.Look;
import io.nextline.cdshooks.http.NextlineServer;
import io.nextline.samples.cli.input.SampleCase;
import io.nextline.samples.cli.input.SampleCases;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the playground prefetches from a Bundle leads to the same answers as the Bundle itself. */
@Timeout(120)
@ExtendWith(Chromium.class)
final class EverySampleTest {

    private static final String ANOTHER_PATIENT = "42c-another-patient";
    private static final String ASK = """
            async folder => {
              const {requestOf} = await import('/playground/ehr.js');
              const {base, call, get} = await import('/playground/api.js');
              const {asOf, bundle} = await get(`/playground/patients/${folder}`);
              const question = {bundle, asOf, layer: 'all', hook: 'patient-view', drafts: []};
              const service = `${base(question)}/cds-services/nextline-patient-view`;
              const {status, response} = await call(service, requestOf(question));
              const told = response.extension?.['io.nextline.assessment'] ?? {};
              const truths = (told.statements ?? []).map(each => [each.id, each.applies]);
              return JSON.stringify({status, noCardReason: told.noCardReason, statements: Object.fromEntries(truths)});
            }""";

    private static NextlineServer server;

    @BeforeAll
    static void start() throws IOException {
        server = DevelopmentServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everySamplePatientIsAnsweredAsItsFolderExpects(Browser browser) throws IOException {
        List<String> wrong = new ArrayList<>();
        try (WatchedPage watched = WatchedPage.open(browser, server.base(), Look.DESK, "/")) {
            for (SampleCase sample : new SampleCases().all()) {
                if (!sample.folder().equals(ANOTHER_PATIENT)) {
                    String told = (String) watched.page().evaluate(ASK, sample.folder());
                    wrong.addAll(differences(sample.folder(), new ObjectMapper().readTree(told)));
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    private static List<String> differences(String folder, JsonNode told) throws IOException {
        JsonNode expected = new ObjectMapper().readTree(SampleFiles.text(folder + "/expected.json"));
        List<String> wrong = new ArrayList<>();
        if (told.path("status").asInt() != 200) {
            wrong.add(folder + ": status " + told.path("status"));
        }
        if (expected.has("noCardReason") && !expected.path("noCardReason").equals(told.path("noCardReason"))) {
            wrong.add(folder + ": " + told.path("noCardReason") + ", not " + expected.path("noCardReason"));
        }
        for (Map.Entry<String, JsonNode> statement : expected.path("statements").properties()) {
            JsonNode applies = told.path("statements").path(statement.getKey());
            if (!applies.asText().equals(statement.getValue().asText())) {
                wrong.add(folder + " " + statement.getKey() + ": " + applies + ", not " + statement.getValue());
            }
        }
        return wrong;
    }
}
