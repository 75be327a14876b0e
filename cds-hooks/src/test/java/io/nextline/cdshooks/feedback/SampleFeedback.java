package io.nextline.cdshooks.feedback;

import io.nextline.cdshooks.card.CardKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Feedback made by hand. */
public final class SampleFeedback {

    static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123Z");
    static final String CARD = "9368d37b-283f-54a0-93ea-547cebab93ed";
    static final String SUGGESTION = "e56e1945-20b3-4393-8503-a1a20fd73152";
    static final CardKind KIND = new CardKind("9368d37b-283f-54a0", "2026.11", "seed+update", List.of("DS-1", "DS-12"));
    static final Reason DISAGREE = new Reason("disagree", "https://example.com/reasons", "Disagree");

    private SampleFeedback() {}

    static ReceivedFeedback received(Feedback feedback) {
        return received(feedback, NOW);
    }

    static ReceivedFeedback received(Feedback feedback, Instant at) {
        return new ReceivedFeedback(feedback, at, "nextline-patient-view", "https://ehr.example", "north", "2026.11");
    }

    static Feedback accepted() {
        return new Feedback(CARD, Outcome.ACCEPTED, List.of(SUGGESTION), null, null, NOW.minusSeconds(5));
    }

    static Feedback overridden(String comment) {
        return new Feedback(CARD, Outcome.OVERRIDDEN, List.of(), DISAGREE, comment, NOW.minusSeconds(3));
    }

    /** Returns feedback on a card that nobody has reported on. */
    static Feedback onAnotherCard(int number) {
        String card = new UUID(0x1111_2222_3333_5444L, 0x8000_0000_0000_0000L + number).toString();
        return new Feedback(card, Outcome.OVERRIDDEN, List.of(), null, null, NOW);
    }
}
