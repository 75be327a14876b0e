package io.nextline.cdshooks.security;

/** A password of the configuration. Its text form hides it, so that printed settings and logs do not show it. */
public final class Secret {

    private final char[] text;

    private Secret(char[] text) {
        this.text = text;
    }

    /** Returns a secret of this text. */
    public static Secret of(String text) {
        return new Secret(text.toCharArray());
    }

    /** Returns a copy of the text, for the one call that needs it. */
    public char[] reveal() {
        return text.clone();
    }

    @Override
    public String toString() {
        return "***";
    }
}
