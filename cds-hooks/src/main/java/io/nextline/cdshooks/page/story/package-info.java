/**
 * One patient's story as a page. Takes what was concluded, in words and with the entries it rests on, gives a single HTML file that
 * needs nothing from elsewhere. It is for callers who hold the patient's data already; nothing here is served.
 */
@NullMarked
package io.nextline.cdshooks.page.story;

import org.jspecify.annotations.NullMarked;
