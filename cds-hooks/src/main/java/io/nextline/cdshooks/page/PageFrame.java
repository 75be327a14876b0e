package io.nextline.cdshooks.page;

/**
 * What stands around a page.
 *
 * @param title its title
 * @param root the folder of the pages, relative to the page; empty within it
 * @param version the evidence base's version
 * @param styleVersion changes with the style sheet
 */
record PageFrame(String title, String root, String version, String styleVersion) {

    /** Returns where the list of all pages is. */
    String home() {
        return root.isEmpty() ? "./" : root;
    }
}
