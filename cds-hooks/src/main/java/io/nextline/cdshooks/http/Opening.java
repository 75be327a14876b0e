package io.nextline.cdshooks.http;

import java.io.IOException;
import java.io.InputStream;

/** A request as far as its head has settled it. */
sealed interface Opening {

    /**
     * Returns the answer.
     *
     * @param body the request's body, which only a {@link Call} and a {@link Report} read
     * @throws IOException if the body cannot be received
     */
    HttpResponse answer(InputStream body) throws IOException;

    /**
     * Settled by its head alone.
     *
     * @param response the answer
     */
    record Decided(HttpResponse response) implements Opening {

        @Override
        public HttpResponse answer(InputStream body) {
            return response;
        }
    }

    /** A call of a service, answered from its body. */
    @FunctionalInterface
    non-sealed interface Call extends Opening {}

    /** Feedback on cards, kept from its body. */
    @FunctionalInterface
    non-sealed interface Report extends Opening {}
}
