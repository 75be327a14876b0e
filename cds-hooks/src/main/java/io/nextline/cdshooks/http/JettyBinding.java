package io.nextline.cdshooks.http;

import io.nextline.cdshooks.fetch.FetchPause;
import io.nextline.cdshooks.operation.AddressRates;
import io.nextline.cdshooks.request.BodyMemory;
import io.nextline.cdshooks.request.HeldBody;
import io.nextline.cdshooks.security.Peer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Binds the handler to Jetty's own handler interface, which spares the servlet layer. A call's head is judged first, then its
 * body is taken in without a thread, then it is answered if the service is not too busy.
 */
final class JettyBinding extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(JettyBinding.class);
    private static final HttpField JSON = new HttpField(HttpHeader.CONTENT_TYPE, "application/json");

    private final CdsHooksHandler handler;
    private final @Nullable DevelopmentPages pages;
    private final BodyMemory memory;
    private final Turnstile calls;
    private final Turnstile reports;
    private final AddressRates addresses;
    private final long leastBytesPerSecond;

    /**
     * Makes a binding.
     *
     * @param pages what is answered besides the services, null for nothing
     * @param calls lets calls of services in
     * @param reports lets feedback in; apart, so that a store that is slow takes no place from a call
     * @param addresses holds addresses to their rate
     * @param leastBytesPerSecond how fast bodies have to arrive
     */
    JettyBinding(
            CdsHooksHandler handler,
            @Nullable DevelopmentPages pages,
            BodyMemory memory,
            Turnstile calls,
            Turnstile reports,
            AddressRates addresses,
            long leastBytesPerSecond) {
        this.addresses = addresses;
        this.leastBytesPerSecond = leastBytesPerSecond;
        this.handler = handler;
        this.pages = pages;
        this.memory = memory;
        this.calls = calls;
        this.reports = reports;
    }

    @Override
    public boolean handle(Request in, Response out, Callback callback) {
        HttpRequest request = new HttpRequest(
                in.getMethod(),
                Request.getPathInContext(in),
                name -> in.getHeaders().getValuesList(name),
                InputStream.nullInputStream(),
                peer(in));
        long wait = wait(in);
        if (wait > 0) {
            send(handler.throttled(request, wait), out, Linger.after(in, callback));
            return true;
        }
        Opening opening =
                pages != null && pages.owns(request.path()) ? handler.open(request, pages) : handler.open(request);
        if (opening instanceof Opening.Call call) {
            Exchange exchange = new Exchange(call, in, out, callback);
            new BodyIntake(in, memory.begin(in.getLength()), exchange, leastBytesPerSecond).run();
        } else {
            send(((Opening.Decided) opening).response(), out, Linger.after(in, callback));
        }
        return true;
    }

    private long wait(Request in) {
        return in.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress remote
                        && remote.getAddress() != null
                ? addresses.take(remote.getAddress())
                : 0;
    }

    private static Peer peer(Request in) {
        ConnectionMetaData connection = in.getConnectionMetaData();
        boolean local = connection.getRemoteSocketAddress() instanceof InetSocketAddress remote
                && remote.getAddress() != null
                && remote.getAddress().isLoopbackAddress();
        EndPoint.SslSessionData tls = connection.getConnection().getEndPoint().getSslSessionData();
        X509Certificate[] certificates = tls == null ? null : tls.peerCertificates();
        return new Peer(local, certificates == null ? List.of() : List.of(certificates), null);
    }

    /** One call on its way. */
    private final class Exchange implements BodyIntake.Taker {

        private final Opening.Call call;
        private final Request in;
        private final Response out;
        private final Callback callback;

        private Exchange(Opening.Call call, Request in, Response out, Callback callback) {
            this.call = call;
            this.in = in;
            this.out = out;
            this.callback = callback;
        }

        @Override
        public void take(HeldBody body) {
            Turnstile turnstile = call.isFeedback() ? reports : calls;
            turnstile.enter(new Turnstile.Visitor() {
                @Override
                public void admit(FetchPause place) {
                    answer(body, place);
                }

                @Override
                public void turnAway() {
                    body.release();
                    refuse(HttpStatus.SERVICE_UNAVAILABLE_503);
                }
            });
        }

        // Calls answer what goes wrong in them; what gets here all the same must not leave a client without an answer.
        private void answer(HeldBody body, FetchPause place) {
            try {
                send(call.answer(body, place), out, callback);
            } catch (IOException | RuntimeException failure) {
                LOG.error(
                        "a call was left without an answer: {}",
                        failure.getClass().getName());
                callback.failed(failure);
            } finally {
                body.release();
            }
        }

        @Override
        public void refuse(int status) {
            boolean tooSlow = status == HttpStatus.REQUEST_TIMEOUT_408;
            send(call.refuse(status), out, tooSlow ? callback : Linger.after(in, callback));
        }

        @Override
        public void fail(Throwable failure) {
            call.abort();
            callback.failed(failure);
        }
    }

    private static void send(HttpResponse response, Response out, Callback callback) {
        out.setStatus(response.status());
        response.headers().forEach((name, value) -> {
            if (name.equals("Content-Type") && value.equals(JSON.getValue())) {
                out.getHeaders().put(JSON);
            } else {
                out.getHeaders().put(name, value);
            }
        });
        if (response.length() >= 0) {
            out.getHeaders().put(HttpHeader.CONTENT_LENGTH, response.length());
        }
        out.write(true, ByteBuffer.wrap(response.body()), callback);
    }
}
