/**
 * The services over HTTP. {@link io.nextline.cdshooks.http.CdsHooksHandler} carries all behaviour and knows no framework:
 * method, path, headers and body in; status, headers and body out. {@code NextlineServlet} binds it to any servlet container,
 * {@code NextlineServer} runs it on an embedded Jetty. This is the only place that turns exceptions into statuses; no answer
 * and no log line repeats anything that was sent.
 */
@NullMarked
package io.nextline.cdshooks.http;

import org.jspecify.annotations.NullMarked;
