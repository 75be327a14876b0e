package io.nextline.cdshooks.fetch;

import io.nextline.cdshooks.request.AccessToken;
import org.jspecify.annotations.Nullable;

/**
 * FHIR data that the host of the services holds itself, for example a FHIR server in whose process they run: they are read without
 * HTTP. The host decides what may be read, just as it does for a request from outside. Needs to be thread-safe.
 */
public interface LocalSource {

    /**
     * Returns whether a client that names this FHIR base means the host. A patient's id means nothing at any other base, so
     * nothing is read for a client that names another, or none.
     */
    boolean isAt(String fhirServer);

    /**
     * Answers a read or a search in the thread of the call.
     *
     * @param url a relative URL such as {@code Condition?patient=1}, or a link to a next page as the host gave it
     * @param token with whose rights to read; null for those that anybody has
     */
    LocalAnswer read(String url, @Nullable AccessToken token);
}
