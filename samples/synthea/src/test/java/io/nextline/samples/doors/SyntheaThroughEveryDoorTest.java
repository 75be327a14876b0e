package io.nextline.samples.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.PatientRecord;
import io.nextline.synthea.Course;
import io.nextline.synthea.Courses;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every generated patient is the same patient through either door. */
class SyntheaThroughEveryDoorTest {

    private static final int EVERY = 10;

    static List<Course> courses() {
        return Courses.ALL;
    }

    static List<Course> someCourses() {
        return IntStream.range(0, Courses.ALL.size())
                .filter(i -> i % EVERY == 0)
                .mapToObj(Courses.ALL::get)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("courses")
    void generatedPatientIsTheSameThroughHapi(Course course) {
        PatientRecord expected = Doors.core(course.record());

        assertThat(Doors.bytesThroughHapi(course.record())).as("JSON").isEqualTo(expected);
        assertThat(Doors.objectsOfHapi(course.record())).as("objects").isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("someCourses")
    void generatedPatientIsTheSameInXmlAndInR5(Course course) throws Exception {
        String r5 = Release.R5.ofR4(course.record());

        assertThat(Doors.bytesThroughHapi(Release.R4, AsXml.of(course.record())))
                .as("XML")
                .isEqualTo(Doors.core(course.record()));
        assertThat(Doors.bytesThroughHapi(Release.R5, r5)).as("R5, JSON").isEqualTo(Doors.core(r5));
        assertThat(Doors.objectsOfHapi(Release.R5, r5)).as("R5, objects").isEqualTo(Doors.core(r5));
    }
}
