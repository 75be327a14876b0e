package io.nextline.samples.conformance;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends calls one after the other: bounded in time and bytes, and without following a redirect. */
final class Client {

    private static final String LOST = "the connection failed";

    private final Target target;
    private final HttpClient http;

    Client(Target target) {
        this.target = target;
        this.http = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(target.patience())
                .build();
    }

    /** Sends a call. Where no whole answer comes, the exchange says why. */
    Exchange send(Call call) {
        Exchange answer = once(call);
        // A refusal that is given before the body has arrived may be lost with its connection, which is no fault in the
        // answer.
        return answer.problem().startsWith(LOST) ? once(call) : answer;
    }

    private Exchange once(Call call) {
        long start = System.nanoTime();
        CompletableFuture<HttpResponse<byte[]>> coming = http.sendAsync(request(call), head -> new BoundedBody());
        try {
            HttpResponse<byte[]> answer = coming.get(target.patience().toMillis(), TimeUnit.MILLISECONDS);
            return new Exchange(answer.statusCode(), answer.headers(), answer.body(), "", since(start));
        } catch (TimeoutException slow) {
            coming.cancel(true);
            return Exchange.none("no answer within " + target.patience().toSeconds() + " s", since(start));
        } catch (ExecutionException failure) {
            return Exchange.none(words(failure), since(start));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Exchange.none("interrupted", since(start));
        }
    }

    private HttpRequest request(Call call) {
        String body = call.body();
        BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target.url(call.path())).method(call.method(), content);
        if (call.authorised()) {
            target.headers().forEach(request::setHeader);
            if (target.token() != null) {
                request.setHeader("Authorization", "Bearer " + target.token().get());
            }
        }
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static String words(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof ConnectException)) {
            cause = cause.getCause();
        }
        if (cause instanceof BoundedBody.TooLongException) {
            return "the answer is longer than " + BoundedBody.LIMIT / (1024 * 1024) + " MB";
        }
        if (cause instanceof ConnectException) {
            return "nobody listens there";
        }
        return LOST + " (" + cause.getClass().getSimpleName() + ")";
    }
}
