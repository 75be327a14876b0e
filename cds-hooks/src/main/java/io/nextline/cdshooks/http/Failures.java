package io.nextline.cdshooks.http;

import io.nextline.cdshooks.MissingDataException;
import io.nextline.cdshooks.feedback.InvalidFeedbackException;
import io.nextline.cdshooks.fetch.BusyException;
import io.nextline.cdshooks.operation.CallOutcome;
import io.nextline.cdshooks.request.MalformedRequestException;
import io.nextline.cdshooks.store.StoreUnavailableException;
import io.nextline.core.WrongPatientException;
import io.nextline.core.fhir.UnreadableRecordException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what went wrong into an answer. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(CdsHooksHandler.class);
    private static final String RETRY_SECONDS = "10";
    private static final int FRAMES = 6;

    private Failures() {}

    /** Returns the answer to a failed call. */
    static HttpResponse of(Throwable failure, String requestId) {
        if (failure instanceof MalformedRequestException malformed) {
            return Outcomes.of(400, "invalid", String.valueOf(malformed.getMessage()));
        }
        if (failure instanceof UnreadableRecordException unreadable) {
            return unreadable.reason() == UnreadableRecordException.Reason.TOO_LARGE
                    ? tooLarge()
                    : Outcomes.of(400, "structure", String.valueOf(unreadable.getMessage()));
        }
        if (failure instanceof WrongPatientException wrong) {
            return Outcomes.of(400, "conflict", String.valueOf(wrong.getMessage()));
        }
        if (failure instanceof MissingDataException missing) {
            return Outcomes.of(412, "required", missing.gaps());
        }
        if (failure instanceof BusyException) {
            return busy();
        }
        if (failure instanceof InvalidFeedbackException invalid) {
            return Outcomes.of(400, "invalid", invalid.problems());
        }
        if (failure instanceof StoreUnavailableException) {
            return Outcomes.of(503, "transient", "feedback cannot be kept at the moment; send it again later")
                    .with("Retry-After", RETRY_SECONDS);
        }
        return unexpected(failure, requestId);
    }

    /** Returns how a call ends that failed so. */
    static CallOutcome outcome(Throwable failure) {
        if (failure instanceof UnreadableRecordException unreadable) {
            return unreadable.reason() == UnreadableRecordException.Reason.TOO_LARGE
                    ? CallOutcome.TOO_LARGE
                    : CallOutcome.MALFORMED;
        }
        if (failure instanceof MalformedRequestException || failure instanceof InvalidFeedbackException) {
            return CallOutcome.MALFORMED;
        }
        if (failure instanceof WrongPatientException) {
            return CallOutcome.WRONG_PATIENT;
        }
        if (failure instanceof StoreUnavailableException) {
            return CallOutcome.NOT_KEPT;
        }
        if (failure instanceof BusyException) {
            return CallOutcome.BUSY;
        }
        return failure instanceof MissingDataException ? CallOutcome.DATA_MISSING : CallOutcome.FAILED;
    }

    /** Returns how a call ends whose body was not taken in, or that there was no time for. */
    static CallOutcome outcome(int status) {
        return switch (status) {
            case 413 -> CallOutcome.TOO_LARGE;
            case 408 -> CallOutcome.TOO_SLOW;
            default -> CallOutcome.BUSY;
        };
    }

    /** Returns the answer to a call whose body was not taken in, or that there was no time for. */
    static HttpResponse ofStatus(int status) {
        return switch (status) {
            case 413 -> tooLarge();
            case 408 ->
                Outcomes.of(408, "timeout", "the body arrives too slowly; send it at once")
                        .with("Connection", "close");
            default -> busy();
        };
    }

    /** Returns the answer to a call that there is no time for. */
    static HttpResponse busy() {
        return Outcomes.of(503, "throttled", "the service has too much to do; try again in a second")
                .with("Retry-After", "1");
    }

    /** Returns the answer to a caller that calls too often. */
    static HttpResponse tooMany(long nanosToWait) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanosToWait - 1) + 1;
        return Outcomes.of(429, "throttled", "more calls than this service takes from one client; try again later")
                .with("Retry-After", Long.toString(seconds));
    }

    /** Returns the answer to a call that cannot be put on record. */
    static HttpResponse notRecorded() {
        return Outcomes.of(503, "transient", "the service cannot keep its audit trail at the moment; try again later")
                .with("Retry-After", RETRY_SECONDS);
    }

    static HttpResponse tooLarge() {
        return Outcomes.of(413, "too-long", "the body is larger than this service takes; send fewer resources");
    }

    // A message may repeat what was sent, so only the kind of failure and its place in our code are told, and only to
    // the log.
    private static HttpResponse unexpected(Throwable failure, String id) {
        if (LOG.isErrorEnabled()) {
            LOG.error("call failed, id {}: {} at {}", id, failure.getClass().getName(), place(failure));
        }
        return Outcomes.of(500, "exception", "the service failed; its log tells more under id " + id);
    }

    private static String place(Throwable failure) {
        StringBuilder place = new StringBuilder();
        StackTraceElement[] frames = failure.getStackTrace();
        for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
            place.append(i == 0 ? "" : " < ")
                    .append(frames[i].getClassName())
                    .append('.')
                    .append(frames[i].getMethodName());
            place.append(':').append(frames[i].getLineNumber());
        }
        return place.toString();
    }
}
