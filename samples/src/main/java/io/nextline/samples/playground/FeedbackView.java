package io.nextline.samples.playground;

import io.nextline.cdshooks.feedback.Feedback;
import io.nextline.cdshooks.feedback.FeedbackStore;
import io.nextline.cdshooks.feedback.FeedbackSummary;
import io.nextline.cdshooks.feedback.KeptFeedback;
import io.nextline.cdshooks.feedback.Period;
import io.nextline.cdshooks.feedback.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server's store of feedback holds: the latest entries, and the summary that {@code feedback summary} prints. */
final class FeedbackView {

    private static final int LATEST = 20;

    private FeedbackView() {}

    /**
     * What is shown.
     *
     * @param kept how many entries there are
     * @param latest the newest of them, the newest first
     * @param summary what became of cards, by statement
     */
    record Shown(int kept, List<Entry> latest, List<Line> summary) {}

    /** One entry. */
    record Entry(
            String receivedAt,
            String service,
            String card,
            List<String> statements,
            String outcome,
            @Nullable String reason,
            @Nullable String comment) {}

    /** One line of the summary. */
    record Line(String statement, String outcome, @Nullable String reason, int cards, int reports) {}

    static byte[] of(FeedbackStore store) {
        List<KeptFeedback> kept = new ArrayList<>();
        store.read(Period.ALL, kept::add);
        List<KeptFeedback> latest = new ArrayList<>(kept.subList(Math.max(0, kept.size() - LATEST), kept.size()));
        Collections.reverse(latest);
        List<Line> summary = FeedbackSummary.of(store, Period.ALL).stream()
                .map(line -> new Line(
                        line.statement(), line.outcome().code(), words(line.reason()), line.cards(), line.reports()))
                .toList();
        return Replies.bytes(
                new Shown(kept.size(), latest.stream().map(FeedbackView::entry).toList(), summary));
    }

    private static Entry entry(KeptFeedback kept) {
        Feedback feedback = kept.received().feedback();
        return new Entry(
                kept.received().receivedAt().toString(),
                kept.received().service(),
                feedback.card(),
                kept.statements(),
                feedback.outcome().code(),
                words(feedback.reason()),
                feedback.userComment());
    }

    private static @Nullable String words(@Nullable Reason reason) {
        if (reason == null) {
            return null;
        }
        String display = reason.display();
        return display == null ? reason.code() : display;
    }
}
