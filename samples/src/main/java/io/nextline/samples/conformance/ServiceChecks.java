package io.nextline.samples.conformance;

/** A group of checks that every service goes through. */
interface ServiceChecks {

    /** Returns what the group looks at, for the progress line. */
    String subject();

    /** Asks the service and tells the session's ledger. */
    void run(Session session, Service service);
}
