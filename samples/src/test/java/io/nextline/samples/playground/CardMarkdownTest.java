package io.nextline.samples.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Markdown of a card never becomes more than text, tables and links. */
final class CardMarkdownTest {

    private final CardMarkdown markdown = new CardMarkdown();

    @Test
    void tablesEmphasisAndLinksAreRendered() {
        assertThat(markdown.html("| a | b |\n| --- | --- |\n| 1 | **2** |\n\n[t](https://example.org)"))
                .contains("<table>", "<td><strong>2</strong></td>", "href=\"https://example.org\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "text <img src=x onerror=alert(1)> text",
                "<div onclick=\"alert(1)\">\n\nx\n\n</div>",
                "| <b>a</b> | b |\n| --- | --- |\n| <i>1</i> | 2 |",
                "&lt;script&gt;alert(1)&lt;/script&gt;"
            })
    void htmlOfTheTextIsShownAsWritten(String text) {
        assertThat(markdown.html(text)).doesNotContainPattern("<(script|img|div|b|i)[ >]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](data:text/html,x)", "<vbscript:x>"})
    void linksOfOddSchemesLoseTheirAddress(String text) {
        assertThat(markdown.html(text).toLowerCase(Locale.ROOT))
                .doesNotContain("href=\"javascript", "href=\"data", "href=\"vbscript");
    }

    @Test
    void picturesAreNamedAndNotLoaded() {
        assertThat(markdown.html("![a plot](https://evil.example/p.png)")).isEqualTo("<p>a plot</p>\n");
    }
}
