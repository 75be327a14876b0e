/**
 * Pages in a real browser: what people see, click and hear. One Chromium for all tests, a server of its own for each class, and for
 * each page a watch over errors, the content security policy, and requests to elsewhere.
 */
@NullMarked
package io.nextline.browser;

import org.jspecify.annotations.NullMarked;
