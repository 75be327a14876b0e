package io.nextline.samples.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownViewTest {

    @ParameterizedTest
    @CsvSource({
        "**Why:** progressed, Why: progressed",
        "a \\* b \\| c, a * b | c",
        "2 &lt; 3 &amp; 4, 2 < 3 & 4",
        "`code` here, code here",
        "[Lancet](https://x.y/z), Lancet (https://x.y/z)",
        "<https://x.y>, https://x.y",
        "*seen* and _seen_, seen and seen",
        "snake_case_name, snake_case_name",
        "5 * 3 = 15, 5 * 3 = 15",
        "one<br>two, one two",
        "# Heading, Heading",
        "> quoted, '  quoted'",
        "a & b [c] <d, a & b [c] <d",
        "ends with \\, 'ends with '",
    })
    void inlineMarksAreReadAndGone(String markdown, String shown) {
        assertThat(plain(MarkdownView.lines(markdown, 80, false))).containsExactly(shown.stripTrailing());
    }

    @Test
    void strongWordsAreBold() {
        assertThat(MarkdownView.lines("a **b** c", 80, false).get(0).render(true))
                .isEqualTo("a \u001b[1mb\u001b[0m c");
    }

    @Test
    void tablesAreAligned() {
        String table = "| Outcome | HR |\n| --- | --- |\n| PFS \\| BICR | **1.03** |\n| OS | 0.94 |";

        assertThat(plain(MarkdownView.lines(table, 80, false)))
                .containsExactly("Outcome     HR", "----------  ----", "PFS | BICR  1.03", "OS          0.94");
    }

    @Test
    void preformattedLinesStayAsWritten() {
        assertThat(plain(MarkdownView.lines("    PFS   [--o--]\n    OS  [---o]", 20, false)))
                .containsExactly("    PFS   [--o--]", "    OS  [---o]");
        assertThat(plain(MarkdownView.lines("```\n**x**\n```\nafter", 20, false)))
                .containsExactly("    **x**", "", "after");
    }

    @Test
    void paragraphsAreJoinedAndHardBreaksStay() {
        assertThat(plain(MarkdownView.lines("one\ntwo  \nthree\n\nfour", 80, false)))
                .containsExactly("one two", "three", "", "four");
    }

    @Test
    void listItemsHang() {
        assertThat(plain(MarkdownView.lines("- met: adult and more\n- not met: none\n1. first", 12, false)))
                .containsExactly("- met: adult", "  and more", "- not met:", "  none", "1. first");
    }

    @Test
    void noTextIsNoLine() {
        assertThat(MarkdownView.lines("", 80, false)).isEmpty();
        assertThat(MarkdownView.lines("\n\n---\n", 80, false)).isEmpty();
    }

    private static List<String> plain(List<Text> lines) {
        return lines.stream().map(Text::plain).toList();
    }
}
