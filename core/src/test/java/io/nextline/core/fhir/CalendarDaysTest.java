package io.nextline.core.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalendarDaysTest {

    private final CalendarDays days = new CalendarDays();

    private @Nullable FhirDate date(String text) {
        return days.date(("..." + text + "...").getBytes(StandardCharsets.ISO_8859_1), 3, text.length());
    }

    @Test
    void datesAgreeWithFhirDate() {
        String[] texts = {
            "2021",
            "2021-05",
            "2021-05-06",
            "2021-05-06T10:00:00Z",
            "0000-01-01",
            "2024-02-29",
            "2023-02-29",
            "2021-13",
            "2021-00-10",
            "2021-1-1",
            "21-05-06",
            "2021/05/06",
            "2021-05-06 10:00",
            "",
            "x",
            "2021-05-0",
            "2021-05-06X",
            "2O21-05-06",
            "２０２１-05-06",
            "2021-05-06T",
            "-021-05-06",
            "20210506"
        };
        for (int round = 0; round < 2; round++) {
            for (String text : texts) {
                assertThat(date(text)).as(text).isEqualTo(FhirDate.parse(text));
            }
        }
    }

    @Test
    void everyDayOfSixtyYearsIsReadAsItself() {
        LocalDate day = LocalDate.of(1970, 1, 1);
        for (int i = 0; i < 60 * 366; i++) {
            assertThat(date(day.plusDays(i).toString())).isEqualTo(FhirDate.of(day.plusDays(i)));
        }
    }

    @Test
    void aDayIsOneInstanceInWhateverRecordItStands() {
        assertThat(date("2025-03-04")).isSameAs(date("2025-03-04T10:15:00Z"));
    }
}
