package io.nextline.samples.cli.answer;

import io.nextline.cdshooks.card.Card;
import io.nextline.core.evidence.EvidenceReport;
import java.util.List;

/**
 * The answer to a question.
 *
 * @param report what was concluded
 * @param hookInstance the id of the call
 * @param cards its cards, as the service renders them
 */
public record Answer(EvidenceReport report, String hookInstance, List<Card> cards) {

    /** Copies the cards. */
    public Answer {
        cards = List.copyOf(cards);
    }
}
