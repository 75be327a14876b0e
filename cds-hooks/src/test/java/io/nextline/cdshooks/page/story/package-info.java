/** Tests of the story page. */
@NullMarked
package io.nextline.cdshooks.page.story;

import org.jspecify.annotations.NullMarked;
