package io.nextline.cdshooks.security.key;

/** The answer to a search for a key. */
public sealed interface KeyLookup {

    /**
     * The issuer has the key.
     *
     * @param key the key
     */
    record Found(VerificationKey key) implements KeyLookup {}

    /** The issuer has no key of this id, as far as its set could be read lately. */
    record Unknown() implements KeyLookup {}

    /** No set of keys is at hand that is young enough to trust. */
    record Unavailable() implements KeyLookup {}
}
