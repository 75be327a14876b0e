package io.nextline.cdshooks.http;

import io.nextline.cdshooks.CdsAnswer;
import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.fetch.FetchPause;
import io.nextline.cdshooks.operation.CallAccount;
import io.nextline.cdshooks.operation.CallOutcome;
import io.nextline.cdshooks.operation.CallWatch;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;

/** One call of a service, from an admitted client, on its way to an answer. */
final class ServiceCall implements Opening.Call {

    private final CdsServices services;
    private final CallWatch watch;
    private final CallAccount account;
    private final UnaryOperator<HttpResponse> finish;

    /**
     * Makes a call.
     *
     * @param finish adds to each answer what all answers bear
     */
    ServiceCall(CdsServices services, CallWatch watch, CallAccount account, UnaryOperator<HttpResponse> finish) {
        this.services = services;
        this.watch = watch;
        this.account = account;
        this.finish = finish;
    }

    @Override
    public boolean isFeedback() {
        return false;
    }

    // One call must not end the service: what a single evaluation does to stack or heap ends with that call.
    @Override
    public HttpResponse answer(InputStream body, FetchPause pause) throws IOException {
        HttpResponse response;
        try {
            response = answered(services.call(account, body, pause));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            response = Failures.of(failure, account.requestId());
            account.ended(Failures.outcome(failure), response.status());
        } catch (IOException unreceived) {
            abort();
            throw unreceived;
        }
        return recorded(response);
    }

    private HttpResponse answered(CdsAnswer answer) {
        HttpResponse response = HttpResponse.json(200, answer.body());
        if (answer.noCardReason() != null) {
            response = response.with(CdsHooksHandler.WHY, answer.noCardReason().id());
        }
        account.ended(answer.noCardReason() == null ? CallOutcome.CARDS : CallOutcome.NO_CARD, 200);
        return response;
    }

    private HttpResponse recorded(HttpResponse response) {
        HttpResponse given = response;
        if (!watch.record(account)) {
            given = Failures.notRecorded();
            account.ended(CallOutcome.NOT_RECORDED, given.status());
        }
        watch.ended(account);
        return finish.apply(given);
    }

    @Override
    public HttpResponse refuse(int status) {
        HttpResponse response = Failures.ofStatus(status);
        account.ended(Failures.outcome(status), response.status());
        watch.ended(account);
        return finish.apply(response);
    }

    @Override
    public void abort() {
        account.ended(CallOutcome.ABORTED, 0);
        watch.ended(account);
    }
}
