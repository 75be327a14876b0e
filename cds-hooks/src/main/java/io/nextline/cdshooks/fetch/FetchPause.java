package io.nextline.cdshooks.fetch;

/**
 * What a call does around the time in which it waits for a FHIR server: it holds nothing then that another call could use. Each
 * method is called at most once, on the thread of the call.
 */
public interface FetchPause {

    /**
     * The call waits from now on.
     *
     * @throws BusyException if too many wait already
     */
    void begin();

    /**
     * The call goes on; returns when it may.
     *
     * @throws BusyException if there is no place for it in time
     */
    void end();

    /** Returns a pause for callers that bound nothing. */
    static FetchPause none() {
        return new FetchPause() {
            @Override
            public void begin() {}

            @Override
            public void end() {}
        };
    }
}
