package io.nextline.samples.cli.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.card.Card;
import io.nextline.cdshooks.card.Coding;
import io.nextline.cdshooks.card.DeleteAction;
import io.nextline.cdshooks.card.Indicator;
import io.nextline.cdshooks.card.Link;
import io.nextline.cdshooks.card.Source;
import io.nextline.cdshooks.card.Suggestion;
import io.nextline.core.evidence.EvidenceVersion;
import io.nextline.core.evidence.Layer;
import io.nextline.samples.cli.terminal.Screen;
import io.nextline.samples.cli.terminal.Text;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardViewTest {

    private static final PrintWriter OUT = new PrintWriter(Writer.nullWriter());
    private static final Screen SCREEN = new Screen(OUT, 80, false);

    private static final Card CARD = new Card(
            "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
            "RCC after ICI: no gain from adding atezolizumab",
            "**Why you see this:** drafted \\[atezolizumab\\]\n\n| Outcome | HR |\n| --- | --- |\n| PFS | 1.03 |",
            Indicator.WARNING,
            new Source("Nextline", new Coding("proposal", "urn:topics", "Drafted order")),
            List.of(new Suggestion(
                    "a", "Remove the draft", List.of(new DeleteAction("Remove it", "MedicationRequest/draft")))),
            List.of(),
            List.of(new Link("Lancet", "https://doi.org/10.1016/x")),
            List.of(),
            new EvidenceVersion("2026.11", Layer.ALL, LocalDate.of(2026, 11, 21)));

    @Test
    void wholeCardIsShownWithoutMarks() {
        assertThat(plain(new CardView(CARD, SCREEN).whole()))
                .containsExactly(
                        "| [WARNING] RCC after ICI: no gain from adding atezolizumab",
                        "|",
                        "| Why you see this: drafted [atezolizumab]",
                        "|",
                        "| Outcome  HR",
                        "| -------  ----",
                        "| PFS      1.03",
                        "|",
                        "| Suggestion: Remove the draft",
                        "| Link: Lancet, https://doi.org/10.1016/x",
                        "| Card from: Nextline");
    }

    @Test
    void briefCardIsItsHead() {
        assertThat(plain(new CardView(CARD, new Screen(OUT, 40, false)).brief()))
                .containsExactly("| [WARNING] RCC after ICI: no gain from", "| adding atezolizumab");
    }

    @Test
    void warningStandsOutInColourToo() {
        String head = new CardView(CARD, SCREEN).brief().get(0).render(true);

        assertThat(head).startsWith("\u001b[1;33m|").contains("\u001b[1;33m[WARNING]");
    }

    private static List<String> plain(List<Text> lines) {
        return lines.stream().map(Text::plain).toList();
    }
}
