package io.nextline.cdshooks.card;

import io.nextline.core.evidence.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The figures of the trials behind a card, in the order in which its statements refer to them. No patient changes them, so they
 * are put together once for the cards of the same statements. Thread-safe.
 */
final class CardFigures {

    private static final int MOST_PLOTTED = 8;

    private final List<TrialFigures> trials;
    private final Map<Integer, String> texts = new ConcurrentHashMap<>();
    private final Map<Integer, String> textsWithRemarks = new ConcurrentHashMap<>();

    private CardFigures(List<TrialFigures> trials) {
        this.trials = trials;
    }

    /** The results and harms of a trial that statements refer to. */
    private record Named(Set<String> results, Set<String> harms) {

        Named() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>());
        }
    }

    /** Collects the figures that the statements refer to. */
    static CardFigures of(List<Statement> statements, TrialTexts trials) {
        Map<String, Named> named = new LinkedHashMap<>();
        for (Statement statement : statements) {
            statement.figures().forEach(figure -> at(named, figure).results().add(last(figure)));
            statement.harms().forEach(harm -> at(named, harm).harms().add(last(harm)));
        }
        List<TrialFigures> figures = new ArrayList<>();
        named.forEach((id, some) -> {
            TrialText trial = trials.text(id);
            if (trial != null) {
                figures.add(new TrialFigures(trial, some.results(), some.harms()));
            }
        });
        return new CardFigures(List.copyOf(figures));
    }

    private static Named at(Map<String, Named> named, String figure) {
        int slash = figure.lastIndexOf('/');
        return named.computeIfAbsent(slash < 0 ? figure : figure.substring(0, slash), id -> new Named());
    }

    private static String last(String figure) {
        return figure.substring(figure.lastIndexOf('/') + 1);
    }

    /** Returns the first trials, at most so many. */
    List<TrialFigures> trials(int most) {
        return trials.size() <= most ? trials : trials.subList(0, most);
    }

    /** Returns the tables, the plot and the harms of the first trials, with or without the sources' remarks. */
    String text(int most, boolean remarks) {
        Map<Integer, String> known = remarks ? textsWithRemarks : texts;
        return known.computeIfAbsent(Math.min(most, trials.size()), number -> written(number, remarks));
    }

    private String written(int number, boolean remarks) {
        TextSink text = TextSink.keeping();
        List<TrialFigures> shown = trials(number);
        shown.forEach(trial -> trial.tables(text, remarks));
        text.add(plot(shown));
        harms(shown, text);
        return text.all();
    }

    private static String plot(List<TrialFigures> shown) {
        List<ResultText> plotted = shown.stream()
                .flatMap(trial -> trial.plotted().stream())
                .limit(MOST_PLOTTED)
                .toList();
        return plotted.isEmpty() ? "" : ForestPlot.draw(plotted) + "\n";
    }

    private static void harms(List<TrialFigures> shown, TextSink text) {
        if (shown.isEmpty()) {
            return;
        }
        text.add("**Harms:**\n\n");
        List<String> without = new ArrayList<>();
        for (TrialFigures trial : shown) {
            trial.harms().forEach(harm -> text.line("- ", harm));
            if (trial.harms().isEmpty()) {
                without.add(trial.trial().name());
            }
        }
        if (!without.isEmpty()) {
            text.line("- No harm figures in the source for: ", String.join(", ", without));
        }
        text.section();
    }
}
