package io.nextline.samples.cli.explain;

import io.nextline.cdshooks.card.FigureWords;
import io.nextline.cdshooks.page.story.Story;
import io.nextline.cdshooks.page.story.Verdict;
import io.nextline.core.criterion.Evaluation;
import io.nextline.core.criterion.Truth;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.NoCardReason;
import io.nextline.core.evidence.Statement;
import io.nextline.core.evidence.StatementOutcome;
import io.nextline.core.fact.EndReason;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.LocalTherapy;
import io.nextline.core.fhir.FhirDate;
import io.nextline.samples.cli.answer.NoCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a report into the words of a page: the same words as on a screen, with a link to every entry. */
public final class StoryBuilder {
    private final EntryIndex index = new EntryIndex();

    private StoryBuilder() {}

    /**
     * Returns the story.
     *
     * @param report what was concluded
     * @param localTherapies surgery and radiotherapy
     * @param cards the heads of the cards
     */
    public static Story of(EvidenceReport report, List<LocalTherapy> localTherapies, List<String> cards) {
        return new StoryBuilder().story(report, localTherapies, cards);
    }

    private Story story(EvidenceReport report, List<LocalTherapy> localTherapies, List<String> cards) {
        List<Story.Line> lines =
                report.facts().therapy().lines().stream().map(this::line).toList();
        List<Story.Fact> facts =
                Facts.of(report.facts()).stream().map(this::fact).toList();
        List<Story.Fact> local = localTherapies.stream().map(this::local).toList();
        List<Story.Told> statements = report.outcomes().stream().map(this::told).toList();
        return new Story(
                Headline.of(report.facts()),
                report.version().asOf(),
                report.version().version(),
                report.version().layer().id(),
                cards,
                answer(report),
                CourseBuilder.of(report.facts(), localTherapies),
                lines,
                java.util.stream.Stream.concat(facts.stream(), local.stream()).toList(),
                statements,
                report.missing().stream()
                        .map(gap -> new Story.Missing(gap.fact().id().replace('-', ' '), gap.details(), gap.decides()))
                        .toList(),
                report.facts().warnings(),
                index.entries());
    }

    private static String answer(EvidenceReport report) {
        NoCardReason reason = report.noCardReason();
        int cards = report.cards().size();
        return reason == null
                ? "For this patient Nextline shows " + cards + (cards == 1 ? " card." : " cards.")
                : "No card (" + reason.id() + "): " + NoCard.words(reason);
    }

    private Story.Line line(LineOfTherapy line) {
        return new Story.Line(
                Lines.label(line),
                line.setting().id(),
                Lines.drugs(line),
                date(line.start(), "undated"),
                date(line.end(), line.endReason() == EndReason.ONGOING ? "now" : "undated"),
                line.endReason().id(),
                Facts.grade(line.progression()),
                line.rule(),
                index.link(line.provenance()));
    }

    private static String date(@Nullable FhirDate date, String without) {
        return date == null ? without : date.text();
    }

    private Story.Fact fact(Fact fact) {
        return new Story.Fact(
                fact.name(),
                fact.value(),
                fact.gap() == null ? null : fact.gap().detail(),
                index.link(fact.from()));
    }

    private Story.Fact local(LocalTherapy done) {
        String name = done.kind() == LocalTherapy.Kind.SURGERY ? "surgery" : "radiotherapy";
        String what = done.procedure().replace('-', ' ') + ", " + date(done.date(), "undated");
        return new Story.Fact(name, what, null, index.link(List.of(done.provenance())));
    }

    private Story.Told told(StatementOutcome outcome) {
        Statement statement = outcome.statement();
        String trials = statement.trials().isEmpty() ? "" : "; " + String.join(", ", statement.trials());
        return new Story.Told(
                statement.id(),
                FigureWords.kind(statement.kind()) + "; " + statement.strength().display() + trials,
                statement.summary(),
                verdict(outcome.applies()),
                note(outcome),
                question(outcome.evaluation()));
    }

    private static @Nullable String note(StatementOutcome outcome) {
        if (!outcome.supersededBy().isEmpty()) {
            return "Not on a card: superseded by " + String.join(", ", outcome.supersededBy());
        }
        if (outcome.silencedBy() != null) {
            return "Not on a card: silenced by " + outcome.silencedBy();
        }
        return outcome.applies() == outcome.evaluation().truth()
                ? null
                : "Turned by a guard: " + String.join("; ", outcome.because());
    }

    private Story.Question question(Evaluation evaluation) {
        boolean single = evaluation.parts().isEmpty();
        return new Story.Question(
                verdict(evaluation.truth()),
                evaluation.reason(),
                single
                        ? evaluation.gaps().stream()
                                .map(gap -> gap.fact().id().replace('-', ' ') + ": " + gap.detail())
                                .toList()
                        : List.of(),
                single ? index.link(evaluation.provenance()) : List.of(),
                evaluation.parts().stream().map(this::question).toList());
    }

    private static Verdict verdict(Truth truth) {
        return switch (truth) {
            case TRUE -> Verdict.MET;
            case FALSE -> Verdict.NOT_MET;
            case UNKNOWN -> Verdict.UNKNOWN;
        };
    }
}
