package io.nextline.cdshooks.http;

import io.nextline.cdshooks.feedback.FeedbackDesk;
import io.nextline.cdshooks.fetch.FetchPause;
import io.nextline.cdshooks.operation.CallAccount;
import io.nextline.cdshooks.operation.CallOutcome;
import io.nextline.cdshooks.operation.CallWatch;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;

/** Feedback on the cards of a service, from an admitted client. It names no patient, so the audit trail does not hold it. */
final class FeedbackCall implements Opening.Call {

    private final FeedbackDesk desk;
    private final CallWatch watch;
    private final CallAccount account;
    private final UnaryOperator<HttpResponse> finish;

    /**
     * Makes a call.
     *
     * @param finish adds to each answer what all answers bear
     */
    FeedbackCall(FeedbackDesk desk, CallWatch watch, CallAccount account, UnaryOperator<HttpResponse> finish) {
        this.desk = desk;
        this.watch = watch;
        this.account = account;
        this.finish = finish;
    }

    @Override
    public boolean isFeedback() {
        return true;
    }

    // Feedback fetches nothing, so it has nothing to pause for.
    @Override
    public HttpResponse answer(InputStream body, FetchPause pause) throws IOException {
        try {
            desk.receive(account.service(), account.admitted(), body);
            return ended(HttpResponse.done(), CallOutcome.FEEDBACK);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            return ended(Failures.of(failure, account.requestId()), Failures.outcome(failure));
        } catch (IOException unreceived) {
            abort();
            throw unreceived;
        }
    }

    private HttpResponse ended(HttpResponse response, CallOutcome outcome) {
        account.ended(outcome, response.status());
        watch.ended(account);
        return finish.apply(response);
    }

    @Override
    public HttpResponse refuse(int status) {
        return ended(Failures.ofStatus(status), Failures.outcome(status));
    }

    @Override
    public void abort() {
        account.ended(CallOutcome.ABORTED, 0);
        watch.ended(account);
    }
}
