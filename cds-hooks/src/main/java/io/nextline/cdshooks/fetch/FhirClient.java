package io.nextline.cdshooks.fetch;

import io.nextline.cdshooks.fetch.AddressCheck.Resolver;
import io.nextline.cdshooks.operation.TraceContext;
import io.nextline.cdshooks.request.AccessToken;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Gets FHIR JSON over HTTP/1.1 with the JDK's client: no redirects, no proxy, no cookies, no compression. Thread-safe; its
 * threads are daemons and end when they are idle.
 *
 * <p><b>Which address is called.</b> A host is resolved and every address of it checked right before a call's first fetch. Plain
 * http, which is for this machine only, then goes to the checked address itself. For https the JDK's client of Java 17 takes a
 * name only, and resolves it through the same JVM cache: as long as {@code networkaddress.cache.ttl} is not 0 (it is 30 seconds
 * by default) that gives the address just checked, but for the moment at which the cache expires. What holds even then is TLS: the
 * token is sent only after the server has proved with a trusted certificate that it is the host by name.
 */
final class FhirClient {

    private static final int LOOKUPS = 8;
    // Every call that may wait for FHIR servers can ask at once; only a resolver that hangs fills this.
    private static final int LOOKUPS_WAITING = 1024;
    private static final int LOOKUP_IDLE_SECONDS = 5;
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final HttpClient http;
    private final AddressCheck addresses;
    private final ThreadPoolExecutor lookups = new ThreadPoolExecutor(
            LOOKUPS,
            LOOKUPS,
            LOOKUP_IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(LOOKUPS_WAITING),
            FhirClient::lookupThread);

    FhirClient(FetchSettings settings, Resolver resolver) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(settings.limits().connect());
        this.http = settings.tls() == null
                ? builder.build()
                : builder.sslContext(settings.tls()).build();
        this.addresses = new AddressCheck(resolver);
        lookups.allowCoreThreadTimeOut(true);
    }

    // The system's resolver cannot be interrupted, so it may outlive the call; it must not keep the service from
    // ending.
    private static Thread lookupThread(Runnable work) {
        Thread thread = new Thread(work, "nextline-lookup");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Returns the base to call, at the checked address where that can be said; null if the host has no address that may be
     * called, or none in time.
     */
    @Nullable FhirUrl reachable(FhirUrl base, boolean allowPrivate, Duration left) throws InterruptedException {
        CompletableFuture<@Nullable InetAddress> lookup = new CompletableFuture<>();
        try {
            lookups.execute(() -> lookup.complete(addresses.check(base.host(), allowPrivate)));
            InetAddress address = lookup.get(left.toNanos(), TimeUnit.NANOSECONDS);
            if (address == null) {
                return null;
            }
            return base.isHttps() ? base : base.at(literal(address));
        } catch (TimeoutException | ExecutionException | RejectedExecutionException notInTime) {
            return null;
        }
    }

    private static String literal(InetAddress address) {
        String text = address.getHostAddress();
        return text.indexOf(':') < 0 ? text : "[" + text + "]";
    }

    /**
     * Starts to get a resource or a Bundle. Cancelling the future closes the connection.
     *
     * @param trace the trace of the call, or null; the request is a span of its own in it
     * @param left for everything up to the head of the response; the body is for the caller to wait for
     * @param bytesLeft what the bodies of the call may still have
     */
    CompletableFuture<HttpResponse<Payload>> get(
            FhirUrl url, AccessToken token, @Nullable TraceContext trace, Duration left, AtomicLong bytesLeft) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.uri())
                .header("Accept", "application/fhir+json")
                .header("Authorization", token.header())
                .header("User-Agent", "Nextline")
                .timeout(left.compareTo(SHORTEST) < 0 ? SHORTEST : left)
                .GET();
        if (trace != null) {
            trace(request, trace.child());
        }
        return http.sendAsync(request.build(), new ResponseHead(bytesLeft));
    }

    private static void trace(HttpRequest.Builder request, TraceContext span) {
        request.header("traceparent", span.header());
        String state = span.state();
        if (state != null) {
            request.header("tracestate", state);
        }
    }
}
