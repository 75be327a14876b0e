package io.nextline.cdshooks.card;

import org.jspecify.annotations.Nullable;

/** Takes the text of a card piece by piece, or only counts it, so that what does not fit is never put together. */
final class TextSink {

    private final @Nullable StringBuilder text;
    private int length;

    private TextSink(@Nullable StringBuilder text) {
        this.text = text;
    }

    /** Returns a sink that only counts. */
    static TextSink counting() {
        return new TextSink(null);
    }

    /** Returns a sink that keeps the text. */
    static TextSink keeping() {
        return new TextSink(new StringBuilder(Card.MAX_DETAIL));
    }

    TextSink add(String piece) {
        length += piece.length();
        if (text != null) {
            text.append(piece);
        }
        return this;
    }

    TextSink line(String lead, String piece) {
        return add(lead).add(piece).add("\n");
    }

    /** Ends a section: an empty line follows. */
    void section() {
        add("\n");
    }

    /** Returns how many characters came. */
    int length() {
        return length;
    }

    /** Returns the text without the line ends behind it. */
    String text() {
        return all().stripTrailing();
    }

    /** Returns the text as it is. */
    String all() {
        return text == null ? "" : text.toString();
    }
}
