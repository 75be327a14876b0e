package io.nextline.cdshooks.security.key;

import java.util.Map;

/** Reads a key set from its source, each time anew. */
@FunctionalInterface
interface KeyLoader {

    /**
     * Returns the keys by their ids.
     *
     * @throws KeysUnreadableException if the set cannot be had or used
     */
    Map<String, VerificationKey> load() throws KeysUnreadableException;
}
