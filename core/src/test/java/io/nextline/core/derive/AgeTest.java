package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the patient is an adult on the day, to the day, and unknown where the birth date leaves it open. */
@Tag("HZ-19")
final class AgeTest {

    @ParameterizedTest
    @CsvSource({
        "2008-11-21,2026-11-21,true",
        "2008-11-22,2026-11-21,false",
        "2008-11-22,2026-11-22,true",
        "2008-02-29,2026-02-28,false",
        "2008-02-29,2026-03-01,true",
        "2008-02-28,2026-02-28,true",
        "2008-11,2026-11-21,unknown",
        "2008-10,2026-11-21,true",
        "2008-12,2026-11-21,false",
        "2008,2026-11-21,unknown",
        "2007,2026-11-21,true",
        "2009,2026-11-21,false",
        "2027-01-01,2026-11-21,unknown",
        "no date,2026-11-21,unknown"
    })
    void eighteenIsCountedToTheDay(String born, LocalDate asOf, String expected) {
        Boolean adult = FhirPatient.of("'birthDate':'" + born + "'")
                .asOf(asOf)
                .facts()
                .adult()
                .orNull();
        assertThat(adult == null ? "unknown" : adult.toString()).isEqualTo(expected);
    }
}
