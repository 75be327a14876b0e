package io.nextline.cdshooks.feedback;

import static io.nextline.cdshooks.feedback.SampleFeedback.CARD;
import static io.nextline.cdshooks.feedback.SampleFeedback.KIND;
import static io.nextline.cdshooks.feedback.SampleFeedback.NOW;
import static io.nextline.cdshooks.feedback.SampleFeedback.accepted;
import static io.nextline.cdshooks.feedback.SampleFeedback.onAnotherCard;
import static io.nextline.cdshooks.feedback.SampleFeedback.overridden;
import static io.nextline.cdshooks.feedback.SampleFeedback.received;
import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.card.CardKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of feedback does, whatever is below it. */
abstract class FeedbackStoreTest {

    private FeedbackStore store;

    /** Returns the store; called again, a store over the same data. */
    abstract FeedbackStore open();

    @BeforeEach
    void openStore() {
        store = open();
        store.prepare();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void whatIsAppendedIsReadBackAsItWas() {
        List<ReceivedFeedback> sent = List.of(
                received(accepted()),
                received(overridden("Zweitlinie läuft \uD83D\uDE00; '\"\\ --"), NOW.plusMillis(1)),
                received(onAnotherCard(1), NOW.plusMillis(2)));

        assertThat(store.append(sent)).isEqualTo(3);

        assertThat(read()).extracting(KeptFeedback::received).containsExactlyElementsOf(sent);
    }

    @Test
    void callerWithoutTenantAndReasonWithoutDisplayAreKept() {
        Feedback bare = new Feedback(CARD, Outcome.OVERRIDDEN, List.of(), new Reason("c", "s", null), null, NOW);
        ReceivedFeedback sent = new ReceivedFeedback(bare, NOW, "nextline-order-sign", "development", null, "1");

        store.append(List.of(sent));
        store.append(List.of(sent));

        assertThat(read()).extracting(KeptFeedback::received).containsExactly(sent);
    }

    @Test
    void sameFeedbackSentAgainAddsNoRow() {
        assertThat(store.append(List.of(received(accepted())))).isEqualTo(1);
        assertThat(store.append(List.of(received(accepted(), NOW.plusSeconds(60)))))
                .isZero();
        assertThat(store.append(List.of(received(accepted()), received(overridden("x")), received(accepted()))))
                .isEqualTo(1);

        assertThat(read()).hasSize(2);
        assertThat(read().get(0).received().receivedAt()).isEqualTo(NOW);
    }

    @Test
    void laterOrOtherFeedbackOnTheSameCardIsAFurtherRow() {
        Feedback first = accepted();
        Feedback later = new Feedback(
                CARD,
                Outcome.ACCEPTED,
                first.acceptedSuggestions(),
                null,
                null,
                first.outcomeTimestamp().plusNanos(1));

        store.append(List.of(received(first), received(later), received(overridden(null)), received(overridden("x"))));

        assertThat(read()).hasSize(4);
    }

    @Test
    void otherClientTenantOrServiceIsAFurtherRow() {
        ReceivedFeedback one = received(accepted());

        int added = store.append(List.of(
                one,
                new ReceivedFeedback(one.feedback(), NOW, one.service(), "https://other.example", "north", "2026.11"),
                new ReceivedFeedback(one.feedback(), NOW, one.service(), one.issuer(), "south", "2026.11"),
                new ReceivedFeedback(one.feedback(), NOW, one.service(), one.issuer(), null, "2026.11"),
                new ReceivedFeedback(one.feedback(), NOW, "nextline-order-sign", one.issuer(), "north", "2026.11")));

        assertThat(added).isEqualTo(5);
    }

    @Test
    void ofManyParallelSendersOfTheSameEachFeedbackIsKeptOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Callable<Integer>> senders = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            int shift = i;
            senders.add(() -> {
                List<ReceivedFeedback> body = new ArrayList<>();
                for (int card = 0; card < 20; card++) {
                    body.add(received(onAnotherCard((card + shift) % 20)));
                }
                return store.append(body);
            });
        }
        int added = 0;
        for (Future<Integer> sender : threads.invokeAll(senders)) {
            added += sender.get();
        }
        threads.shutdown();

        assertThat(added).isEqualTo(20);
        assertThat(read()).hasSize(20);
    }

    @Test
    void statementsAreKnownFromTheKindOfTheCard() {
        store.append(List.of(received(accepted()), received(onAnotherCard(1), NOW.plusMillis(1))));
        assertThat(read()).extracting(KeptFeedback::kind).containsOnlyNulls();

        store.remember(List.of(KIND));
        store.remember(List.of(KIND, KIND));

        assertThat(read()).extracting(KeptFeedback::kind).containsExactly(KIND, null);
        assertThat(read()).extracting(KeptFeedback::statements).containsExactly(KIND.statements(), List.of());
    }

    @Test
    void periodHoldsItsFirstMomentAndNotItsLast() {
        Instant midnight = Instant.parse("2026-11-21T00:00:00Z");
        Duration day = Duration.ofDays(1);
        store.append(List.of(
                received(onAnotherCard(1), midnight.minusMillis(1)),
                received(onAnotherCard(2), midnight),
                received(onAnotherCard(3), midnight.plus(day).minusMillis(1)),
                received(onAnotherCard(4), midnight.plus(day))));
        LocalDate today = LocalDate.of(2026, 11, 21);

        assertThat(cards(Period.ofDays(today, today))).containsExactly(card(2), card(3));
        assertThat(cards(Period.ofDays(null, today))).containsExactly(card(1), card(2), card(3));
        assertThat(cards(Period.ofDays(today.plusDays(1), null))).containsExactly(card(4));
    }

    @Test
    void summaryCountsByStatementOutcomeAndReason() {
        store.remember(List.of(KIND, new CardKind("11112222-3333-5444", "2026.11", "seed", List.of("DS-2"))));
        Feedback again =
                new Feedback(CARD, Outcome.OVERRIDDEN, List.of(), SampleFeedback.DISAGREE, null, NOW.plusSeconds(9));
        String unknown = "00000000-0000-4000-8000-000000000000";
        store.append(List.of(
                received(overridden("first")),
                received(again),
                received(onAnotherCard(1)),
                received(onAnotherCard(2)),
                received(accepted()),
                received(new Feedback(unknown, Outcome.OVERRIDDEN, List.of(), null, null, NOW))));

        assertThat(FeedbackSummary.of(store, Period.ALL))
                .containsExactly(
                        new FeedbackSummary.Line("", Outcome.OVERRIDDEN, null, 1, 1),
                        new FeedbackSummary.Line("DS-1", Outcome.ACCEPTED, null, 1, 1),
                        new FeedbackSummary.Line("DS-1", Outcome.OVERRIDDEN, SampleFeedback.DISAGREE, 1, 2),
                        new FeedbackSummary.Line("DS-2", Outcome.OVERRIDDEN, null, 2, 2),
                        new FeedbackSummary.Line("DS-12", Outcome.ACCEPTED, null, 1, 1),
                        new FeedbackSummary.Line("DS-12", Outcome.OVERRIDDEN, SampleFeedback.DISAGREE, 1, 2));
    }

    @Test
    void nothingIsAppendedForAnEmptyBody() {
        assertThat(store.append(List.of())).isZero();
        assertThat(read()).isEmpty();
    }

    private List<KeptFeedback> read() {
        List<KeptFeedback> kept = new ArrayList<>();
        store.read(Period.ALL, kept::add);
        return kept;
    }

    private List<String> cards(Period period) {
        List<String> cards = new ArrayList<>();
        store.read(period, kept -> cards.add(kept.received().feedback().card()));
        return cards;
    }

    private static String card(int number) {
        return onAnotherCard(number).card();
    }
}
