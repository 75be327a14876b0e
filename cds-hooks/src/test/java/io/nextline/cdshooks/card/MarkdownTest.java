package io.nextline.cdshooks.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<img src=x onerror=alert(1)> ~ \\<img src\\=x onerror\\=alert\\(1\\)\\>",
                "[a](javascript:b) ~ \\[a\\]\\(javascript\\:b\\)",
                "a|b ~ a\\|b",
                "https://x.example ~ https\\: \\/\\/x\\.example",
                "WWW.x.example ~ WWW\\. x\\.example",
                "a@x.example ~ a\\@ x\\.example",
                "# h ~ \\# h",
                "plain words 1 ~ plain words 1"
            })
    void punctuationIsEscaped(String text, String escaped) {
        assertThat(Markdown.escape(text)).isEqualTo(escaped);
    }

    @Test
    void lineEndsBecomeSpacesAndControlAndDirectionCharactersGo() {
        assertThat(Markdown.escape("a\r\n\tb\u0000\u001b[31m\u202ec\u200bd")).isEqualTo("a b\\[31mcd");
    }

    @Test
    void longTextIsCut() {
        assertThat(Markdown.escape("x".repeat(1000))).hasSize(200);
    }

    @Test
    void nothingUnescapedIsLeftWhateverComes() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) {
                text.appendCodePoint(random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(0x11000));
            }
            String escaped = Markdown.escape(text.toString());

            assertThat(escaped.replaceAll("\\\\[!-/:-@\\[-`{-~]", ""))
                    .doesNotContainPattern("[!-/:-@\\[-`{-~]")
                    .doesNotContainPattern("\\p{Cntrl}");
        }
    }

    @Test
    void textOfTheBaseStaysReadableAndFitsATableCell() {
        assertThat(Markdown.line("p <0.001 | a\n <b>x</b>")).isEqualTo("p <0.001 / a < b>x< /b>");
    }
}
