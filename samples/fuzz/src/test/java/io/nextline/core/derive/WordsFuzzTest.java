package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.vocabulary.ObservationKind;
import io.nextline.core.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Words of the record mean something or nothing, the same each time, and never end an evaluation. */
class WordsFuzzTest {

    private static final Vocabulary VOCABULARY = Vocabulary.load();

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @FuzzTest(maxDuration = "1m")
    void scoresRangesAndDosagesAreReadOrNot(byte[] bytes) {
        String text = text(bytes);
        assertThat(RangeText.read(text)).isEqualTo(RangeText.read(text));
        assertThat(Percentage.read(text)).isEqualTo(Percentage.read(text));
        assertThat(DosageDates.of(List.of(text))).isEqualTo(DosageDates.of(List.of(text)));
        for (boolean percent : new boolean[] {true, false}) {
            int[] score = ScoreText.read(text, percent);
            assertThat(score == null || score[0] <= score[score.length - 1]).isTrue();
        }
    }

    @FuzzTest(maxDuration = "1m")
    void drugsAreRecognisedOrNot(byte[] bytes) {
        String text = text(bytes);
        assertThat(VOCABULARY.recogniser().recognise(text))
                .isEqualTo(VOCABULARY.recogniser().recognise(text));
        CodeableConcept concept = new CodeableConcept(List.of(), text);
        assertThat(VOCABULARY.recogniser().recognise(concept)).isNotNull();
        assertThat(VOCABULARY.drugs().members(text)).isNotNull();
    }

    @FuzzTest(maxDuration = "1m")
    void reportsSayACourseOrNone(byte[] bytes) {
        String text = text(bytes);
        assertThat(VOCABULARY.statuses().reports().course(text))
                .isEqualTo(VOCABULARY.statuses().reports().course(text));
        assertThat(VOCABULARY.statuses().reports().saysPrimaryInPlace(text))
                .isEqualTo(VOCABULARY.statuses().reports().saysPrimaryInPlace(text));
    }

    @FuzzTest(maxDuration = "1m")
    void unitsAreKnownOrNot(byte[] bytes) {
        String unit = text(bytes);
        for (ObservationKind kind : ObservationKind.values()) {
            BigDecimal factor = VOCABULARY.observations().factor(kind, unit);
            assertThat(factor == null || factor.signum() > 0).isTrue();
            assertThat(VOCABULARY.observations().normalise(kind, BigDecimal.ONE, unit))
                    .isEqualTo(VOCABULARY.observations().normalise(kind, BigDecimal.ONE, unit));
        }
    }
}
