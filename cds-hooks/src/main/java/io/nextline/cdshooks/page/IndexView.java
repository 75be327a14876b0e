package io.nextline.cdshooks.page;

import io.nextline.cdshooks.card.FigureWords;
import io.nextline.core.evidence.Statement;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.trial.Arm;
import io.nextline.core.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The list of all pages.
 *
 * @param groups the statements, by the cancers they speak of
 * @param trials the trials, by the documents they come from
 */
record IndexView(List<Group> groups, List<TrialGroup> trials) {

    /**
     * Statements about one cancer.
     *
     * @param name the place on the page
     * @param title the cancer
     * @param rows a statement each
     */
    record Group(String name, String title, List<Row> rows) {}

    /**
     * A statement in a line.
     *
     * @param link to its page
     * @param kind what it does
     * @param strength how strong its evidence is
     * @param summary what it says
     * @param replaced the statements that replace it
     */
    record Row(PageLink link, String kind, String strength, String summary, List<PageLink> replaced) {}

    /**
     * Trials.
     *
     * @param name the place on the page
     * @param title what they have in common
     * @param rows a trial each
     */
    record TrialGroup(String name, String title, List<TrialRow> rows) {}

    /**
     * A trial in a line.
     *
     * @param link to its page
     * @param phase its phase, empty where not printed
     * @param status what the source says of its state
     * @param arms what it compared
     */
    record TrialRow(PageLink link, String phase, String status, String arms) {}

    static IndexView of(PageWords words) {
        List<Group> groups = new ArrayList<>();
        for (DiagnosisType cancer : DiagnosisType.values()) {
            List<Row> rows = words.base().statements(cancer).stream()
                    .map(statement -> row(statement, words))
                    .toList();
            if (!rows.isEmpty()) {
                groups.add(new Group(cancer.id(), PageText.capital(cancer.display()), rows));
            }
        }
        return new IndexView(
                groups,
                List.of(
                        trials("trials", "Trials in the source documents", Trial.Layer.SEED, words),
                        trials("later", "Later publications", Trial.Layer.UPDATE, words)));
    }

    private static Row row(Statement statement, PageWords words) {
        List<PageLink> replaced = words.base().statements().stream()
                .filter(other -> other.supersedes().contains(statement.id()))
                .map(words::link)
                .toList();
        return new Row(
                words.link(statement),
                FigureWords.kind(statement.kind()),
                statement.strength().display(),
                statement.summary(),
                replaced);
    }

    private static TrialGroup trials(String name, String title, Trial.Layer layer, PageWords words) {
        return new TrialGroup(
                name,
                title,
                words.base().trials().stream()
                        .filter(trial -> trial.layer() == layer)
                        .map(trial -> row(trial, words))
                        .toList());
    }

    private static TrialRow row(Trial trial, PageWords words) {
        String arms = trial.arms().stream().map(Arm::label).collect(Collectors.joining(" vs "));
        return new TrialRow(
                words.link(trial),
                trial.phase() == null ? "" : trial.phase(),
                trial.status().id(),
                arms.isEmpty() ? trial.title() : arms);
    }
}
