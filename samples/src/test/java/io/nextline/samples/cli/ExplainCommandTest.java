package io.nextline.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {

    private static final String REFERENCE = Run.sample("01-rcc-reference/bundle.json");

    @Test
    void tellsFactsLinesStatementsAndGaps() {
        Run.of("explain", REFERENCE, "--all")
                .exits(0)
                .isQuiet()
                .prints("What the record says", "renal cell carcinoma", "Condition/", "ECOG 1 on 2026-10-28")
                .prints("Lines of therapy", "ipilimumab + nivolumab", "2026-01-14", "progression")
                .prints("Statements that apply", "DS-3 [+] applies", "[+] met")
                .prints("Statements that do not apply", "[-] not met")
                .prints("What is missing, most decisive first")
                .fits(100);
    }

    @Test
    void tellsTheConclusionOnOneScreen() {
        Run.of("explain", REFERENCE)
                .exits(0)
                .isQuiet()
                .prints("Renal cell carcinoma, clear cell, metastatic; 1 advanced line; progression stated 2026-10-21")
                .prints("Cancer     renal cell carcinoma", "Condition/condition-46ece284 code 2025-11-20")
                .prints("Condition  ECOG 1 on 2026-10-28", "IMDC risk group: intermediate")
                .prints("[?] not known: primary in place", "Statements that apply (", "  DS-3   option  RCC after ICI")
                .prints("May apply: what is missing, most decisive first", "--all shows every statement");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 140})
    void fitsTheWidthAskedFor(int width) {
        Run.of("explain", REFERENCE, "--width", String.valueOf(width)).exits(0).fits(width);
    }

    @Test
    void unknownIsSaidInWordsAndShape() {
        Run.of("explain", Run.sample("20-rcc-horizon/bundle.json"), "--all")
                .exits(0)
                .prints("[?] unknown", "Statements left open");
    }

    @Test
    void jsonTellsTheSameWithProvenance() {
        JsonNode story =
                Run.of("explain", REFERENCE, "--json").exits(0).isQuiet().json();

        assertThat(story.path("facts")).isNotEmpty();
        assertThat(story.at("/linesOfTherapy/0/from/0/reference").asText()).contains("/");
        assertThat(story.path("statements").size()).isGreaterThanOrEqualTo(36);
        assertThat(story.at("/statements/0/criterion/answer").asText()).isIn("true", "false", "unknown");
    }

    @Test
    void draftsAreExplainedToo() {
        String draft = Run.sample("01-rcc-reference/draft-nivolumab.json");
        Run.of("explain", REFERENCE, "--draft", draft).exits(0).prints("drafted order: nivolumab", "DS-2   discourage");
        Run.of("explain", REFERENCE, "--draft", draft, "--all").exits(0).prints("DS-2 [+] applies");
    }

    @Test
    @Tag("HZ-08")
    void saysHowEachDrugWasRecognised() {
        Run.of("explain", Run.sample("19-rcc-oracle/bundle.json"), "--all")
                .exits(0)
                .prints("ingredient RxNorm ");
        JsonNode story = Run.of("explain", REFERENCE, "--json").exits(0).json();
        assertThat(story.at("/linesOfTherapy/0/from"))
                .isNotEmpty()
                .allSatisfy(from -> assertThat(from.path("basis").asText()).isNotEmpty());
    }
}
