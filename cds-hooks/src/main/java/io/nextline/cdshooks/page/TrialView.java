package io.nextline.cdshooks.page;

import io.nextline.cdshooks.page.plot.PlotFigure;
import io.nextline.core.evidence.Statement;
import io.nextline.core.trial.Derived;
import io.nextline.core.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page about a trial.
 *
 * @param id its id
 * @param title what was studied
 * @param conclusion what came of it
 * @param part what was found, who was in it
 * @param plots its ratios as pictures
 * @param about its design, status and so on
 * @param derived figures that were worked out
 * @param notes conflicts of the sources and how they were read
 * @param statements the statements that rest on it
 * @param updates the entry it brings up to date, or null
 * @param updatedBy the entries that bring it up to date
 */
record TrialView(
        String id,
        String title,
        String conclusion,
        TrialPart part,
        List<PlotFigure> plots,
        List<TrialAbout.Row> about,
        List<Derived> derived,
        List<String> notes,
        List<StatementLine> statements,
        @Nullable PageLink updates,
        List<PageLink> updatedBy) {

    /**
     * A statement in a line.
     *
     * @param link to its page
     * @param summary what it says
     */
    record StatementLine(PageLink link, String summary) {}

    static TrialView of(Trial trial, PageWords words) {
        List<Plots.Shown> shown = trial.results().stream()
                .sorted(TrialPart.PRIMARY_FIRST)
                .map(result -> new Plots.Shown(trial, result))
                .toList();
        Trial updates = trial.updates() == null ? null : words.base().trial(trial.updates());
        return new TrialView(
                trial.id(),
                trial.title(),
                trial.conclusion(),
                TrialPart.of(trial, trial.results(), List.of(), words),
                Plots.ratios(shown),
                TrialAbout.of(trial),
                trial.derived(),
                trial.notes(),
                statements(trial, words),
                updates == null ? null : words.link(updates),
                words.base().trials().stream()
                        .filter(other -> trial.id().equals(other.updates()))
                        .map(words::link)
                        .toList());
    }

    private static List<StatementLine> statements(Trial trial, PageWords words) {
        List<StatementLine> lines = new ArrayList<>();
        for (Statement statement : words.base().statements()) {
            if (statement.trials().contains(trial.id())
                    || statement.figures().stream().anyMatch(of(trial))) {
                lines.add(new StatementLine(words.link(statement), statement.summary()));
            }
        }
        return lines;
    }

    private static java.util.function.Predicate<String> of(Trial trial) {
        return figure -> Objects.equals(figure.substring(0, figure.lastIndexOf('/')), trial.id());
    }
}
