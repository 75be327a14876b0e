package io.nextline.cdshooks.http;

import io.nextline.cdshooks.operation.AddressRates;
import io.nextline.cdshooks.request.BodyMemory;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.AcceptRateLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** Jetty as the options want it: one connector, its limits, and the handler behind them. */
final class JettyServer {

    private static final int POOLED_BYTES = 4 * 1024 * 1024;
    private static final int LEAST_THREADS = 4;
    private static final int REPORTS = 4;
    private static final int REPORTS_WAITING = 32;
    // Feedback waits for a disk or a database, which have moments of their own.
    private static final long REPORT_WAIT_MILLIS = 2_000;
    private static final int SPARE_THREADS = 60;

    final Server server;
    final ServerConnector connector;
    final Turnstile turnstile;
    final @Nullable AddressConnections addresses;

    JettyServer(ServerOptions options, CdsHooksHandler handler, @Nullable DevelopmentPages pages, BodyMemory memory) {
        ServerLimits limits = options.limits();
        QueuedThreadPool threads =
                new QueuedThreadPool(limits.evaluations() + limits.fetching() + SPARE_THREADS, LEAST_THREADS);
        threads.setName("nextline");
        server = new Server(
                threads,
                null,
                new ArrayByteBufferPool(0, 4096, Connections.INPUT_BYTES, -1, POOLED_BYTES, POOLED_BYTES));
        connector = new ServerConnector(server, 1, 1, Connections.of(options));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(limits.connections().idle().toMillis());
        addresses = limit(limits.connections());
        server.addConnector(connector);
        turnstile = new Turnstile(
                limits.evaluations(),
                limits.queue(),
                Patience.of(limits),
                server.getScheduler(),
                new Turnstile.Outside(limits.fetching(), threads),
                System::nanoTime);
        server.setHandler(new GracefulHandler(new JettyBinding(
                handler,
                pages,
                memory,
                turnstile,
                new Turnstile(
                        REPORTS,
                        REPORTS_WAITING,
                        Patience.always(REPORT_WAIT_MILLIS),
                        server.getScheduler(),
                        Turnstile.Outside.none(),
                        System::nanoTime),
                new AddressRates(limits.address(), System::nanoTime),
                limits.connections().leastBytesPerSecond())));
        server.setErrorHandler(new JettyErrors());
        server.setStopTimeout(options.shutdown().finish().toMillis());
    }

    private @Nullable AddressConnections limit(ConnectionLimits limits) {
        if (limits.total() > 0) {
            server.addBean(new TotalConnections(limits.total(), connector));
        }
        if (limits.acceptsPerSecond() > 0) {
            server.addBean(new AcceptRateLimit(limits.acceptsPerSecond(), 1, TimeUnit.SECONDS, connector));
        }
        if (limits.perAddress() == 0) {
            return null;
        }
        AddressConnections counted = new AddressConnections(limits.perAddress());
        connector.addBean(counted);
        return counted;
    }
}
