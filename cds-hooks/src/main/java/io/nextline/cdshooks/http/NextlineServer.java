package io.nextline.cdshooks.http;

import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.ServiceSettings;
import io.nextline.cdshooks.feedback.FeedbackDesk;
import io.nextline.cdshooks.feedback.FeedbackSettings;
import io.nextline.cdshooks.feedback.FeedbackStore;
import io.nextline.cdshooks.feedback.InMemoryFeedbackStore;
import io.nextline.cdshooks.request.BodyMemory;
import io.nextline.cdshooks.security.InvalidSettingsException;
import io.nextline.core.Nextline;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The services on an embedded Jetty: HTTP/1.1, idle connections closed after 15 seconds, calls under way finished on stop. It
 * answers a synthetic call of its own before it listens, so that the first call of a client is not the slow one.
 */
public final class NextlineServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NextlineServer.class);
    private static final int STOP_MILLIS = 10_000;
    private static final int POOLED_BYTES = 4 * 1024 * 1024;
    private static final int MOST_THREADS = 64;
    private static final int LEAST_THREADS = 4;
    private static final int PLACES = 2 * Runtime.getRuntime().availableProcessors();
    private static final int SEATS = 32;
    private static final long WAIT_MILLIS = 2_000;
    private static final int REPORTS = 4;
    private static final long REPORT_WAIT_MILLIS = 2_000;

    private final Server server;
    private final ServerConnector connector;
    private final String scheme;
    private final @Nullable FeedbackDesk feedback;

    private NextlineServer(
            ServerOptions options, CdsHooksHandler handler, BodyMemory memory, @Nullable FeedbackDesk feedback) {
        this.feedback = feedback;
        scheme = options.tls() == null ? "http" : "https";
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
        threads.setName("nextline");
        server = new Server(
                threads,
                null,
                new ArrayByteBufferPool(0, 4096, Connections.INPUT_BYTES, -1, POOLED_BYTES, POOLED_BYTES));
        connector = new ServerConnector(server, 1, 1, Connections.of(options));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(Connections.IDLE_MILLIS);
        server.addConnector(connector);
        Turnstile turnstile = new Turnstile(PLACES, SEATS, WAIT_MILLIS, server.getScheduler());
        Turnstile reports = new Turnstile(REPORTS, SEATS, REPORT_WAIT_MILLIS, server.getScheduler());
        server.setHandler(new GracefulHandler(new JettyBinding(handler, memory, turnstile, reports)));
        server.setStopTimeout(STOP_MILLIS);
    }

    /**
     * Starts a server with the usual settings and the clock of the system.
     *
     * @throws IOException if it cannot listen
     */
    public static NextlineServer start(ServerOptions options, Nextline nextline) throws IOException {
        return start(options, new CdsServices(nextline, ServiceSettings.of(Clock.system(ZoneId.systemDefault()))));
    }

    /**
     * Starts a server that keeps feedback in memory for development, and takes none otherwise.
     *
     * @param options how it listens
     * @param services what it serves
     * @throws IOException if it cannot listen
     * @throws InvalidSettingsException if authentication or TLS cannot be set up as the options say
     */
    public static NextlineServer start(ServerOptions options, CdsServices services) throws IOException {
        return startWith(
                options,
                services,
                options.development() ? FeedbackSettings.inMemory().store() : null);
    }

    /**
     * Starts a server.
     *
     * @param options how it listens
     * @param services what it serves
     * @param store keeps feedback, closed with the server; {@code FeedbackSettings} give one
     * @throws IOException if it cannot listen
     * @throws InvalidSettingsException if authentication, TLS or the store cannot be set up as configured
     */
    public static NextlineServer start(ServerOptions options, CdsServices services, FeedbackStore store)
            throws IOException {
        return startWith(options, services, store);
    }

    private static NextlineServer startWith(ServerOptions options, CdsServices services, @Nullable FeedbackStore store)
            throws IOException {
        FeedbackDesk feedback = store == null ? null : new FeedbackDesk(store, services);
        FutureTask<Boolean> warmUp = started("nextline-warm-up", () -> WarmUp.run(services));
        FutureTask<Boolean> gate = started("nextline-gate", options.gate()::prepare);
        FutureTask<Boolean> desk = feedback == null ? gate : started("nextline-feedback", feedback::prepare);
        Cors cors = options.development() ? Cors.anyOrigin() : Cors.none();
        CdsHooksHandler handler = new CdsHooksHandler(services, cors, options.gate(), feedback);
        NextlineServer server = new NextlineServer(options, handler, services.bodyMemory(), feedback);
        try {
            await(gate);
            await(desk);
            await(warmUp);
        } catch (IOException | RuntimeException failure) {
            server.close();
            throw failure;
        }
        server.listen();
        tell(options, server, services);
        tell(store);
        return server;
    }

    private static void tell(@Nullable FeedbackStore store) {
        if (store == null) {
            LOG.warn("feedback is not taken: no store for it is configured");
        } else if (store instanceof InMemoryFeedbackStore) {
            LOG.warn("feedback is kept in memory, and lost when the service ends");
        }
    }

    private static FutureTask<Boolean> started(String name, Runnable work) {
        FutureTask<Boolean> task = new FutureTask<>(work, true);
        new Thread(task, name).start();
        return task;
    }

    private static void tell(ServerOptions options, NextlineServer server, CdsServices services) {
        LOG.info("serving {} with evidence {}", server.base(), services.evidenceVersion());
        if (options.development()) {
            LOG.warn("development: callers are not authenticated; only this machine is served");
        } else if (options.tls() == null && !options.isForThisMachine()) {
            LOG.warn("plain HTTP: put a proxy with TLS in front, or give the service a certificate");
        }
    }

    private static void await(FutureTask<Boolean> task) throws IOException {
        try {
            task.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof InvalidSettingsException invalid) {
                throw invalid;
            }
            throw new IllegalStateException("the services cannot answer a call", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting", interrupted);
        }
    }

    // Jetty declares Exception; what reaches here is the failure to bind.
    private void listen() throws IOException {
        try {
            server.start();
        } catch (IOException | RuntimeException failure) {
            close();
            throw failure;
        } catch (Exception failure) {
            close();
            throw new IOException("the server cannot start", failure);
        }
    }

    /** Returns the base URL; discovery is at {@code /cds-services} below it. */
    public URI base() {
        return URI.create(scheme + "://" + connector.getHost() + ":" + connector.getLocalPort());
    }

    /** Waits until the server has stopped. */
    public void join() throws InterruptedException {
        server.join();
    }

    /** Stops accepting, finishes the calls under way within ten seconds, stops, and closes the store of feedback. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            LOG.warn("the server did not stop cleanly: {}", failure.getClass().getName());
        }
        if (feedback != null) {
            feedback.close();
        }
    }
}
