package io.nextline.samples.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    @Test
    void linesAreNeverWiderThanAsked() {
        Text text =
                Text.of("clear cell renal cell carcinoma after ", Style.BOLD).plus("nivolumab and ipilimumab");

        for (int width = 1; width < 70; width++) {
            int limit = width;
            assertThat(text.wrapped(width))
                    .allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(limit));
            assertThat(words(text.wrapped(width))).isEqualTo(text.plain().replace(" ", ""));
        }
    }

    @Test
    void hangingLinesLoseNoWordAndKeepTheWidth() {
        Text text = Text.of("first second third fourth fifth sixth");

        List<Text> lines = text.wrappedHanging(14, 4);

        assertThat(lines)
                .extracting(Text::plain)
                .containsExactly("first second", "    third", "    fourth", "    fifth", "    sixth");
    }

    @Test
    void breaksAtSpacesAndInsideAWordOnlyWhereItIsTooLong() {
        assertThat(Text.of("ab cdefghij k").wrapped(4))
                .extracting(Text::plain)
                .containsExactly("ab", "cdef", "ghij", "k");
    }

    @ParameterizedTest
    @CsvSource({"kidney,6", "Nierenzellkarzinom,18", "\u80be\u764c,4", "e\u0301,1", "\ud83e\ude7a,2", "\uac00\u200b,2"})
    void widthIsCountedInColumns(String text, int columns) {
        assertThat(Text.of(text).width()).isEqualTo(columns);
    }

    @Test
    void wideCharactersAreNeitherCutNorAllowedToOverflow() {
        Text text =
                Text.of("\u80be\u7d30\u80de\u764c \ud840\udc0b\ud840\udc0b\ud840\udc0b e\u0301e\u0301e\u0301e\u0301");

        for (int width = 2; width < 12; width++) {
            int limit = width;
            assertThat(text.wrapped(width))
                    .allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(limit))
                    .allSatisfy(line -> assertThat(
                                    Character.isLowSurrogate(line.plain().charAt(0)))
                            .isFalse());
            assertThat(words(text.wrapped(width))).isEqualTo(text.plain().replace(" ", ""));
        }
    }

    @Test
    void emptyTextIsOneEmptyLine() {
        assertThat(Text.EMPTY.wrapped(10)).extracting(Text::plain).containsExactly("");
    }

    @Test
    void controlCharactersOfAFileCannotSteerTheTerminal() {
        String hostile = "Condition/\u001b[2Jx\u0007\u009b31m\u202eabc\u2066\r\nend";

        String shown = Text.of(hostile).render(true);

        assertThat(shown.chars()).noneMatch(Character::isISOControl);
        assertThat(shown).doesNotContain("\u202e", "\u2066").endsWith("  end");
    }

    @Test
    void styleIsKeptAcrossALineBreakAndDroppedWithoutColour() {
        Text text = Text.of("one two", Style.GOOD);

        assertThat(text.wrapped(3))
                .extracting(line -> line.render(true))
                .containsExactly("\u001b[32mone\u001b[0m", "\u001b[32mtwo\u001b[0m");
        assertThat(text.render(false)).isEqualTo("one two");
    }

    private static String words(List<Text> lines) {
        StringBuilder words = new StringBuilder();
        lines.forEach(line -> words.append(line.plain().replace(" ", "")));
        return words.toString();
    }
}
