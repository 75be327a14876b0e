package io.nextline.samples.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.samples.cli.terminal.Screen;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryViewTest {

    @Test
    void everyFactStandsBesideItsSourceOrItsGap() {
        assertThat(told(100))
                .contains("diagnosis ", " renal cell carcinoma  ")
                .contains("Condition/kidney (code, 2024-03)")
                .contains("[?] unknown: a coded morphology")
                .contains("ECOG 1 on 2026-10-28 (Karnofsky")
                .contains("IMDC calcium", "favourable or intermediate")
                .contains("1 row names no legible drug");
    }

    @Test
    void linesAreATableWithTheirRuleAndAtMostFourSources() {
        assertThat(told(100))
                .contains("1     advanced  ipilimumab + nivolumab  2025-02-01  2025-07  progression  stated 2025-07-02")
                .contains("first anticancer drug on record; from")
                .contains("dose-4", "and 5 more")
                .doesNotContain("dose-5");
    }

    @Test
    void statementsAreGroupedWithTheirCriteriaInWordsAndShape() {
        List<String> lines = told(100).lines().map(String::strip).toList();

        assertThat(lines)
                .containsSubsequence(
                        "Statements that apply (1)",
                        "What DS-1 says",
                        "[+] met  all of these",
                        "[+] met  diagnosis: renal cell carcinoma  Condition/kidney (code, 2024-03)",
                        "Statements left open (1)",
                        "What DS-2 says",
                        "[?] unknown  histology not stated  missing histology: a coded morphology or pathology report",
                        "Statements that do not apply (1)",
                        "What DS-3 says");
    }

    @Test
    void gapsWarningsAndTheReasonForNoCardEndTheStory() {
        assertThat(told(100))
                .containsSubsequence(
                        "What is missing, most decisive first",
                        "1.  histology",
                        "Warnings about the record",
                        "- Two rows give different dates",
                        "This gives no card (nothing-applies)");
    }

    @Test
    void everyLineFitsTheWidth() {
        for (int width = 40; width <= 120; width += 5) {
            int limit = width;
            assertThat(told(width).lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(limit));
        }
    }

    private static String told(int width) {
        StringWriter out = new StringWriter();
        new StoryView(new Screen(new PrintWriter(out), width, false)).tell(Reports.report());
        return out.toString();
    }
}
