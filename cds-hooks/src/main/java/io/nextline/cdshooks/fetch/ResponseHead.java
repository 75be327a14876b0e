package io.nextline.cdshooks.fetch;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Decides by status and headers whether the body of a response is wanted. */
final class ResponseHead implements BodyHandler<Payload> {

    private final AtomicLong bytesLeft;

    /**
     * Makes one.
     *
     * @param bytesLeft what all bodies of the call may still have
     */
    ResponseHead(AtomicLong bytesLeft) {
        this.bytesLeft = bytesLeft;
    }

    @Override
    public BodySubscriber<Payload> apply(ResponseInfo head) {
        return new BoundedBody(bytesLeft, refusal(head));
    }

    private @Nullable FetchProblem refusal(ResponseInfo head) {
        FetchProblem status = ofStatus(head.statusCode());
        if (status != null) {
            return status;
        }
        HttpHeaders headers = head.headers();
        String encoding = headers.firstValue("Content-Encoding").orElse("identity");
        if (!encoding.strip().equalsIgnoreCase("identity")) {
            return FetchProblem.ENCODED;
        }
        if (headers.firstValueAsLong("Content-Length").orElse(0) > bytesLeft.get()) {
            return FetchProblem.TOO_LARGE;
        }
        return isJson(headers.firstValue("Content-Type").orElse("")) ? null : FetchProblem.NOT_FHIR;
    }

    private static @Nullable FetchProblem ofStatus(int status) {
        return switch (status) {
            case 200 -> null;
            case 401, 403 -> FetchProblem.REFUSED;
            case 404, 410 -> FetchProblem.NOT_THERE;
            case 502, 503, 504 -> FetchProblem.BUSY;
            default -> FetchProblem.STATUS;
        };
    }

    private static boolean isJson(String contentType) {
        int end = contentType.indexOf(';');
        String type =
                (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return type.equals("application/fhir+json") || type.equals("application/json");
    }
}
