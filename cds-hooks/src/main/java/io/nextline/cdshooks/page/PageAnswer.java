package io.nextline.cdshooks.page;

/** What is at a path. */
public sealed interface PageAnswer {
    /**
     * A page, perhaps one that says that nothing is there.
     *
     * @param page the page
     */
    record Found(Page page) implements PageAnswer {}

    /**
     * Another name for a page.
     *
     * @param location where it is, relative to the path asked for
     */
    record Moved(String location) implements PageAnswer {}
}
