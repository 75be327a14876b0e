package io.nextline.samples.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.PatientRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bundled sample patient is the same patient through either door. */
class SamplePatientsThroughBothDoorsTest {

    private static final Path PATIENTS = Path.of("src/main/resources/io/nextline/samples/patients");

    static List<Path> bundles() throws IOException {
        try (Stream<Path> folders = Files.list(PATIENTS)) {
            return folders.map(folder -> folder.resolve("bundle.json"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreSamplePatients() throws IOException {
        assertThat(bundles()).hasSizeGreaterThanOrEqualTo(20);
    }

    static List<Arguments> bundlesOfEveryRelease() throws IOException {
        return bundles().stream()
                .flatMap(bundle -> Stream.of(Release.values()).map(release -> Arguments.of(bundle, release)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("bundlesOfEveryRelease")
    void samplePatientIsTheSameThroughEveryDoor(Path bundle, Release release) throws IOException {
        String json = release.ofR4(Files.readString(bundle));
        PatientRecord expected = Doors.core(json);
        assertThat(Doors.bytesThroughHapi(release, json)).as("JSON").isEqualTo(expected);
        assertThat(Doors.objectsOfHapi(release, json)).as("objects").isEqualTo(expected);
        assertThat(Doors.bytesThroughHapi(release, AsXml.of(json))).as("XML").isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("bundlesOfEveryRelease")
    void samplePatientThatHapiWroteIsTheSameInXml(Path bundle, Release release) throws IOException {
        IBaseResource parsed = release.parse(release.ofR4(Files.readString(bundle)));
        String json = release.context().newJsonParser().encodeResourceToString(parsed);
        String xml = release.context().newXmlParser().encodeResourceToString(parsed);
        assertThat(Doors.bytesThroughHapi(release, xml)).isEqualTo(Doors.core(json));
    }
}
