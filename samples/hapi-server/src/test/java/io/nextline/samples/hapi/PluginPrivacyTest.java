package io.nextline.samples.hapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.samples.privacy.Canary.Kind;
import io.nextline.samples.privacy.CanaryProcess;
import io.nextline.samples.privacy.Remains;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The patient of canaries goes through every path of the plugin, with the loggers of all but HAPI and Jetty at TRACE. */
@Timeout(120)
final class PluginPrivacyTest {

    @TempDir
    private static Path folder;

    private static Remains remains = new Remains(Map.of(), List.of(), List.of());

    @BeforeAll
    static void everyPathIsTaken() throws Exception {
        List<String> levels = List.of("-Dorg.slf4j.simpleLogger.log.ca.uhn.fhir=info");
        try (CanaryProcess process = new CanaryProcess(folder, levels, CanaryFhirServer.class.getName())) {
            new PluginPaths(process, URI.create(process.line())).takeAll();
            remains = new Remains(process.end(), process.heard(), List.of());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "parameters,200",
        "guidance,200",
        "cards,200",
        "orders alone,200",
        "forbidden,403",
        "forbidden conditions,403",
        "no such patient,404",
        "odd day,400",
        "odd id,404",
        "bundle,200",
        "two patients,400",
        "no bundle,400",
        "nothing read,422",
        "odd values,400",
        "odd fields,400",
        "odd type,400",
        "odd date,400",
        "odd draft,400",
        "draft that is no order,422",
        "cut off,400",
        "huge number,400",
        "no type,400",
        "odd XML,400",
        "document type,400",
        "forbidden bundle,403",
        "hook,200",
        "hook with data,200",
        "forbidden hook,412",
        "hook of another server,412",
        "hook on another patient,400",
        "hook on nobody,412",
        "hook cut off,400"
    })
    void everyPathEndedAsItWasMeantTo(String path, int status) {
        assertThat(remains.status(path)).isEqualTo(status);
    }

    @Test
    void whatHapiCannotReadIsToldByItsCode() {
        assertThat(remains.heard())
                .filteredOn(answer -> answer.path().equals("odd values"))
                .allMatch(answer -> answer.text().contains("no call of $evidence that can be read (HAPI-0450)"))
                .isNotEmpty();
    }

    @Test
    void logAndStreamsHoldNothing() {
        remains.holdNothing();
    }

    @Test
    void outcomesHoldNothingAndAnswersTheIdThatWasAskedFor() {
        remains.answersHoldNothing(List.of(), Kind.AUDITED);
    }
}
