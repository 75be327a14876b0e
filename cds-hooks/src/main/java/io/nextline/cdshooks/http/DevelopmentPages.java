package io.nextline.cdshooks.http;

import java.io.IOException;

/**
 * What a server for development answers besides the services, on paths of its own, to callers of this machine. The gate has let the
 * caller in; a body is bounded as that of a call. Needs to be thread-safe.
 */
public interface DevelopmentPages {

    /** How the gate and the log call these paths. */
    String NAME = "/playground";

    /** Returns whether a path is theirs. Asked for each request, so it has to be quick. */
    boolean owns(String path);

    /**
     * Returns the answer to a request for a path of theirs. The method is GET or POST; HEAD is asked for as GET.
     *
     * @throws IOException if the body cannot be received
     */
    HttpResponse answer(HttpRequest request) throws IOException;

    /** Makes the pages of a server. */
    @FunctionalInterface
    interface Maker {

        /**
         * Returns the pages.
         *
         * @param services the endpoints of the server that they belong to, on the server's own clock
         */
        DevelopmentPages make(CdsHooksHandler services);
    }
}
