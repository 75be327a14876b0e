package io.nextline.cdshooks.http;

import io.nextline.cdshooks.fetch.FetchPause;
import java.io.IOException;
import java.io.InputStream;

/** A request as far as its head has settled it. */
sealed interface Opening {

    /**
     * Returns the answer.
     *
     * @param body the request's body, which only a {@link Call} reads
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

    /** A call of a service, or feedback on its cards, answered from its body; one of its methods is called once. */
    non-sealed interface Call extends Opening {

        /**
         * Returns the answer of a call that lets others go first while it waits for a FHIR server.
         *
         * @param body the request's body
         * @param pause what the call does while it waits
         * @throws IOException if the body cannot be received
         */
        HttpResponse answer(InputStream body, FetchPause pause) throws IOException;

        @Override
        default HttpResponse answer(InputStream body) throws IOException {
            return answer(body, FetchPause.none());
        }

        /** Returns whether it is feedback. */
        boolean isFeedback();

        /** Returns the answer to a call whose body is not taken in, or that there is no time for. */
        HttpResponse refuse(int status);

        /** Notes that the body has failed to arrive; nobody is left to answer. */
        void abort();
    }
}
