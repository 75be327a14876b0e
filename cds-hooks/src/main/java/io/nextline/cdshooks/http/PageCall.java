package io.nextline.cdshooks.http;

import io.nextline.cdshooks.fetch.FetchPause;
import io.nextline.cdshooks.operation.RequestId;
import io.nextline.cdshooks.security.Admission;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A request for a development server's own pages. */
final class PageCall implements Opening.Call {

    private static final String METHODS = "GET, HEAD, POST";

    private final DevelopmentPages pages;
    private final HttpRequest request;

    private PageCall(DevelopmentPages pages, HttpRequest request) {
        this.pages = pages;
        this.request = request;
    }

    /**
     * Decides what the head of a request decides: the gate is asked as for any other, and what needs no body is answered at once.
     *
     * @param mostBytes the most bytes that a body may have
     */
    static Opening open(Entrance entrance, long mostBytes, HttpRequest request, DevelopmentPages pages) {
        if (entrance.admit(DevelopmentPages.NAME, request) instanceof Admission.Refused refused) {
            return new Opening.Decided(Entrance.answer(refused));
        }
        PageCall call = new PageCall(pages, request);
        return switch (request.method()) {
            case "GET", "HEAD" -> new Opening.Decided(call.answerWithoutBody());
            case "POST" -> {
                HttpResponse refusal = BodyRules.refusal(request.headers(), mostBytes);
                yield refusal == null ? call : new Opening.Decided(refusal);
            }
            default -> new Opening.Decided(CdsHooksHandler.notAllowed(METHODS));
        };
    }

    private HttpResponse answerWithoutBody() {
        HttpRequest get = new HttpRequest(
                "GET", request.path(), request.headers(), InputStream.nullInputStream(), request.peer());
        try {
            HttpResponse response = answered(get);
            return request.method().equals("HEAD") ? response.withoutBody() : response;
        } catch (IOException impossible) {
            throw new UncheckedIOException("there is no body to receive", impossible);
        }
    }

    // Pages fetch nothing, so they have nothing to pause for.
    @Override
    public HttpResponse answer(InputStream body, FetchPause pause) throws IOException {
        return answered(new HttpRequest(request.method(), request.path(), request.headers(), body, request.peer()));
    }

    private HttpResponse answered(HttpRequest asked) throws IOException {
        try {
            return pages.answer(asked);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            return Failures.of(failure, RequestId.next());
        }
    }

    @Override
    public boolean isFeedback() {
        return false;
    }

    @Override
    public HttpResponse refuse(int status) {
        return Failures.ofStatus(status);
    }

    @Override
    public void abort() {
        // Nobody keeps account of these calls.
    }
}
