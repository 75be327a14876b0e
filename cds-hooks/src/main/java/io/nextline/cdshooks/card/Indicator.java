package io.nextline.cdshooks.card;

/** How a card is drawn. There is no third kind here: evidence about a choice of therapy is never {@code critical}. */
public enum Indicator {
    /** For information. */
    INFO("info"),
    /** A selected draft completes a regimen that a randomised trial argues against. */
    WARNING("warning");

    private final String code;

    Indicator(String code) {
        this.code = code;
    }

    /** Returns the code in CDS Hooks. */
    public String code() {
        return code;
    }
}
