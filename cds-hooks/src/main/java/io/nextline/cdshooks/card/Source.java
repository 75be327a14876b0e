package io.nextline.cdshooks.card;

/**
 * Who answers for a card.
 *
 * @param label the name of the source
 * @param topic what the card is about
 */
public record Source(String label, Coding topic) {}
