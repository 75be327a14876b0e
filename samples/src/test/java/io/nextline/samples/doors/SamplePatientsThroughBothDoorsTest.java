package io.nextline.samples.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.PatientRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @ParameterizedTest
    @MethodSource("bundles")
    void samplePatientIsTheSameThroughEitherDoor(Path bundle) throws IOException {
        String json = Files.readString(bundle);
        PatientRecord expected = Doors.core(json);
        assertThat(Doors.bytesThroughHapi(json)).isEqualTo(expected);
        assertThat(Doors.objectsOfHapi(json)).isEqualTo(expected);
    }
}
