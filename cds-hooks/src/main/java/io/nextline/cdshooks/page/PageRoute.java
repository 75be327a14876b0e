package io.nextline.cdshooks.page;

/** The kinds of pages: names for logs and metrics, which no caller can add to. */
public enum PageRoute {
    /** The list of all pages. */
    INDEX("/evidence"),
    /** A trial or statement. */
    ENTRY("/evidence/{id}"),
    /** The source attributes of one. */
    ATTRIBUTES("/evidence/{id}/attributes"),
    /** Style sheet and icon. */
    ASSET("/evidence/style.css"),
    /** Nothing is there. */
    MISSING("/evidence/?");

    private final String id;

    PageRoute(String id) {
        this.id = id;
    }

    /** Returns the name. */
    public String id() {
        return id;
    }
}
