package io.nextline.cdshooks.page;

import java.util.List;

/**
 * The page about the sources behind a trial or statement.
 *
 * @param entry the page it belongs to
 * @param attributes the thirteen attributes
 */
record AttributesView(PageLink entry, List<SourceAttribute> attributes) {}
