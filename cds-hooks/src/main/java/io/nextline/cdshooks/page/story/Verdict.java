package io.nextline.cdshooks.page.story;

/** Whether something is met, in words and by shape. */
public enum Verdict {
    /** It is. */
    MET("met", "met", "\u2713"),
    /** It is not. */
    NOT_MET("not met", "unmet", "\u2715"),
    /** The record does not say. */
    UNKNOWN("unknown", "unknown", "?");

    private final String words;
    private final String style;
    private final String sign;

    Verdict(String words, String style, String sign) {
        this.words = words;
        this.style = style;
        this.sign = sign;
    }

    /** Returns the words. */
    public String words() {
        return words;
    }

    /** Returns its class in the style sheet. */
    public String style() {
        return style;
    }

    /** Returns its shape. */
    public String sign() {
        return sign;
    }
}
