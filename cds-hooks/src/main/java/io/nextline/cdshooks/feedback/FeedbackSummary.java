package io.nextline.cdshooks.feedback;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of cards, by statement, outcome and reason. A card with several statements counts with each of them; one that was
 * reported several times in the same way counts once as a card.
 */
public final class FeedbackSummary {

    private final Map<Group, Counting> groups = new TreeMap<>(Comparator.comparing(Group::statement, StatementIds.ORDER)
            .thenComparing(Group::outcome)
            .thenComparing(Group::system)
            .thenComparing(Group::code));

    private record Group(String statement, Outcome outcome, String system, String code) {}

    private static final class Counting {
        private final Set<String> cards = new HashSet<>();
        private int reports;
        private @Nullable String display;
    }

    /**
     * One line of the summary.
     *
     * @param statement the statement's id, empty where it is not known what the cards showed
     * @param outcome what became of the cards
     * @param reason why, null where no reason was chosen
     * @param cards on how many cards
     * @param reports in how many reports
     */
    public record Line(
            String statement, Outcome outcome, @Nullable Reason reason, int cards, int reports) {}

    private FeedbackSummary() {}

    /** Sums up what a store holds of a period. */
    public static List<Line> of(FeedbackStore store, Period period) {
        FeedbackSummary summary = new FeedbackSummary();
        store.read(period, summary::add);
        return summary.groups.entrySet().stream()
                .map(group -> line(group.getKey(), group.getValue()))
                .toList();
    }

    private void add(KeptFeedback kept) {
        List<String> statements = kept.statements().isEmpty() ? List.of("") : kept.statements();
        statements.forEach(statement -> add(statement, kept.received().feedback()));
    }

    private void add(String statement, Feedback feedback) {
        Reason reason = feedback.reason();
        Group group = new Group(
                statement,
                feedback.outcome(),
                reason == null ? "" : reason.system(),
                reason == null ? "" : reason.code());
        Counting counting = groups.computeIfAbsent(group, fresh -> new Counting());
        counting.cards.add(feedback.card());
        counting.reports++;
        if (counting.display == null && reason != null) {
            counting.display = reason.display();
        }
    }

    private static Line line(Group group, Counting counting) {
        Reason reason = group.code().isEmpty() ? null : new Reason(group.code(), group.system(), counting.display);
        return new Line(group.statement(), group.outcome(), reason, counting.cards.size(), counting.reports);
    }
}
