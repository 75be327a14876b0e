package io.nextline.cdshooks.operation.audit;

import java.nio.file.Path;
import java.time.Clock;

/**
 * Where the audit trail is kept, and what happens when it cannot be.
 *
 * @param folder the folder for its files; made if it is not there
 * @param site the name by which the trail calls this service, for example its base URL
 * @param failClosed whether an answer waits until its event is on the disk, and calls get 503 while the trail cannot be written; if
 *     not, an event counts as recorded once it is queued, and what is lost is counted
 * @param queue how many events may wait to be written
 * @param fileBytes a file of this size is followed by another one; so is one of the day before
 * @param clock tells the time of an event and the day of a file
 */
public record AuditSettings(Path folder, String site, boolean failClosed, int queue, long fileBytes, Clock clock) {

    /** Checks that something can wait and something can be written. */
    public AuditSettings {
        if (queue < 1 || fileBytes < 1) {
            throw new IllegalArgumentException("an audit trail needs a queue and files of at least 1");
        }
    }
}
