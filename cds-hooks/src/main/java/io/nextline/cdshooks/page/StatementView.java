package io.nextline.cdshooks.page;

import io.nextline.cdshooks.card.FigureWords;
import io.nextline.cdshooks.page.plot.PlotFigure;
import io.nextline.core.criterion.Criterion;
import io.nextline.core.evidence.Statement;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.trial.Result;
import io.nextline.core.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page about a statement.
 *
 * @param id its id
 * @param kind what it does, in words
 * @param strength how strong its evidence is, in words
 * @param topic the question it helps to answer
 * @param cancers the cancers it speaks of
 * @param summary the statement in a line
 * @param text the statement itself
 * @param limits what it does not cover
 * @param population whom it is about
 * @param proposal the drafted order it is about, or null
 * @param origin from where it speaks: the source documents or a later publication
 * @param supersedes the statements it replaces
 * @param supersededBy the statements that replace it
 * @param guards the statements it turns off where it holds
 * @param guardedBy the statements that turn it off
 * @param plots its ratios as pictures
 * @param trials the trials behind it
 * @param source where it is written
 */
record StatementView(
        String id,
        String kind,
        String strength,
        String topic,
        String cancers,
        String summary,
        String text,
        List<String> limits,
        CriterionOutline population,
        @Nullable CriterionOutline proposal,
        String origin,
        List<PageLink> supersedes,
        List<PageLink> supersededBy,
        List<PageLink> guards,
        List<PageLink> guardedBy,
        List<PlotFigure> plots,
        List<TrialPart> trials,
        String source) {

    static StatementView of(Statement statement, PageWords words) {
        List<Plots.Shown> shown = shown(statement, words);
        Criterion proposal = statement.proposal();
        return new StatementView(
                statement.id(),
                FigureWords.kind(statement.kind()),
                statement.strength().display(),
                statement.topic().display(),
                statement.cancers().stream().map(DiagnosisType::display).collect(Collectors.joining(", ")),
                statement.summary(),
                statement.text(),
                statement.limits(),
                CriterionOutline.of(statement.population(), words.criteria()),
                proposal == null ? null : CriterionOutline.of(proposal, words.criteria()),
                origin(statement),
                words.statements(statement.supersedes()),
                naming(statement, words, Statement::supersedes),
                words.statements(statement.guards()),
                naming(statement, words, Statement::guards),
                Plots.ratios(shown),
                parts(statement, shown, words),
                words.source(statement));
    }

    private static String origin(Statement statement) {
        if (statement.seed()) {
            return "the source documents of the evidence base";
        }
        return "a later publication" + (statement.published() == null ? "" : " of " + statement.published());
    }

    private static List<PageLink> naming(
            Statement statement, PageWords words, java.util.function.Function<Statement, List<String>> names) {
        return words.base().statements().stream()
                .filter(other -> names.apply(other).contains(statement.id()))
                .map(words::link)
                .toList();
    }

    /** Returns the results that the statement refers to and the primary ones of their trials, trial by trial. */
    private static List<Plots.Shown> shown(Statement statement, PageWords words) {
        List<Plots.Shown> shown = new ArrayList<>();
        for (Trial trial : trials(statement, words)) {
            Set<String> named = named(statement.figures(), trial.id());
            trial.results().stream()
                    .filter(result ->
                            named.contains(result.id()) || (!named.isEmpty() && result.role() == Result.Role.PRIMARY))
                    .sorted(TrialPart.PRIMARY_FIRST)
                    .forEach(result -> shown.add(new Plots.Shown(trial, result)));
        }
        return shown;
    }

    private static List<TrialPart> parts(Statement statement, List<Plots.Shown> shown, PageWords words) {
        List<TrialPart> parts = new ArrayList<>();
        for (Trial trial : trials(statement, words)) {
            List<Result> results = shown.stream()
                    .filter(each -> each.trial().equals(trial))
                    .map(Plots.Shown::result)
                    .toList();
            parts.add(TrialPart.of(trial, results, named(statement.harms(), trial.id()), words));
        }
        return parts;
    }

    private static List<Trial> trials(Statement statement, PageWords words) {
        Set<String> ids = new LinkedHashSet<>(statement.trials());
        Stream.concat(statement.figures().stream(), statement.harms().stream())
                .map(figure -> figure.substring(0, figure.lastIndexOf('/')))
                .forEach(ids::add);
        List<Trial> trials = new ArrayList<>();
        for (String id : ids) {
            Trial trial = words.base().trial(id);
            if (trial != null) {
                trials.add(trial);
            }
        }
        return trials;
    }

    private static Set<String> named(List<String> figures, String trial) {
        return figures.stream()
                .filter(figure -> figure.substring(0, figure.lastIndexOf('/')).equals(trial))
                .map(figure -> figure.substring(figure.lastIndexOf('/') + 1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
