package io.nextline.cdshooks.page;

/**
 * A link.
 *
 * @param label what is behind it
 * @param href where it leads: for our own pages the page's name, relative to the folder of the pages
 */
record PageLink(String label, String href) {}
