package io.nextline.samples.cli.answer;

import io.nextline.cdshooks.card.Card;
import io.nextline.cdshooks.card.Indicator;
import io.nextline.cdshooks.card.Link;
import io.nextline.cdshooks.card.Suggestion;
import io.nextline.samples.cli.terminal.MarkdownView;
import io.nextline.samples.cli.terminal.Screen;
import io.nextline.samples.cli.terminal.Style;
import io.nextline.samples.cli.terminal.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A card for a terminal: its head, its detail without Markdown's marks, what it suggests and where it leads. */
final class CardView {

    private static final String BAR = "| ";

    private final Card card;
    private final int room;
    private final boolean drawn;

    CardView(Card card, Screen screen) {
        this.card = card;
        this.room = screen.width() - BAR.length();
        this.drawn = screen.drawn();
    }

    /** Returns the whole card; no line is too wide. */
    List<Text> whole() {
        List<Text> lines = new ArrayList<>(head());
        lines.add(Text.EMPTY);
        lines.addAll(MarkdownView.lines(card.detail(), room, drawn));
        lines.add(Text.EMPTY);
        for (Suggestion suggestion : card.suggestions()) {
            lines.addAll(labelled("Suggestion: ", suggestion.label()));
        }
        for (Link link : card.links()) {
            lines.addAll(labelled("Link: ", link.label() + ", " + link.url()));
        }
        lines.addAll(labelled("Card from: ", card.source().label()));
        return barred(lines);
    }

    /** Returns the head and the first table of figures. */
    List<Text> compact() {
        List<Text> lines = new ArrayList<>(head());
        List<Text> table = MarkdownView.firstTable(card.detail(), room);
        if (!table.isEmpty()) {
            lines.add(Text.EMPTY);
            lines.addAll(table);
        }
        return barred(lines);
    }

    /** Returns the head alone. */
    List<Text> brief() {
        return barred(head());
    }

    private List<Text> head() {
        String indicator = card.indicator().code().toUpperCase(Locale.ROOT);
        return Text.of("[" + indicator + "] ", accent())
                .plus(card.summary(), Style.BOLD)
                .wrapped(room);
    }

    private List<Text> labelled(String label, String value) {
        return Text.of(label, Style.FAINT).plus(value).wrappedHanging(room, 2);
    }

    private List<Text> barred(List<Text> lines) {
        return lines.stream()
                .map(line -> Text.of(BAR.strip(), accent())
                        .plus(line.width() == 0 ? "" : " ")
                        .plus(line))
                .toList();
    }

    private Style accent() {
        return card.indicator() == Indicator.WARNING ? Style.ALERT : Style.HEADING;
    }
}
