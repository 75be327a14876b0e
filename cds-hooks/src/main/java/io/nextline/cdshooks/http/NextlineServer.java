package io.nextline.cdshooks.http;

import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.ServiceSettings;
import io.nextline.cdshooks.feedback.FeedbackDesk;
import io.nextline.cdshooks.feedback.FeedbackSettings;
import io.nextline.cdshooks.feedback.FeedbackStore;
import io.nextline.cdshooks.feedback.InMemoryFeedbackStore;
import io.nextline.cdshooks.operation.CallWatch;
import io.nextline.cdshooks.operation.CallWatches;
import io.nextline.cdshooks.operation.Readiness;
import io.nextline.cdshooks.operation.Reading;
import io.nextline.cdshooks.operation.metrics.PrometheusMetrics;
import io.nextline.cdshooks.operation.metrics.ServiceMetrics;
import io.nextline.cdshooks.security.InvalidSettingsException;
import io.nextline.core.Nextline;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The services on an embedded Jetty: HTTP/1.1, idle connections closed, calls under way finished on stop. It answers a synthetic
 * call of its own before it listens, so that the first call of a client is not the slow one, and is ready once it has answered one
 * for every service.
 */
public final class NextlineServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NextlineServer.class);
    private static final long HEAD_START_MILLIS = 250;

    private final ServerOptions options;
    private final CdsServices services;
    private final @Nullable FeedbackStore store;
    private final @Nullable FeedbackDesk feedback;
    private final Readiness readiness = new Readiness();
    private final @Nullable AdminServer admin;
    private final JettyServer jetty;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);

    private NextlineServer(
            ServerOptions options,
            CdsServices services,
            @Nullable FeedbackStore store,
            DevelopmentPages.@Nullable Maker pages) {
        this.store = store;
        this.feedback = store == null ? null : new FeedbackDesk(store, services);
        this.options = options;
        this.services = services;
        AdminOptions operators = options.admin();
        PrometheusMetrics metrics = operators != null && operators.metrics() ? new PrometheusMetrics() : null;
        CallWatch watch =
                metrics == null ? options.watch() : new CallWatches(List.of(options.watch(), metrics.service()));
        CdsHooksHandler handler = new CdsHooksHandler(
                services,
                options.cors(),
                options.gate(),
                feedback,
                watch,
                options.limits().client());
        this.jetty =
                new JettyServer(options, handler, pages == null ? null : pages.make(handler), services.bodyMemory());
        this.admin = operators == null
                ? null
                : new AdminServer(operators, readiness, metrics == null ? null : metrics::scrape);
        if (metrics != null) {
            gauges(metrics.service());
        }
    }

    private void gauges(ServiceMetrics metrics) {
        metrics.add(new Reading("nextline.evaluating", "Calls being evaluated", false, jetty.turnstile::inside));
        metrics.add(new Reading("nextline.waiting", "Calls waiting to be evaluated", false, jetty.turnstile::waiting));
        metrics.add(new Reading("nextline.fetching", "Calls waiting for FHIR servers", false, jetty.turnstile::away));
        AddressConnections addresses = jetty.addresses;
        if (addresses != null) {
            metrics.add(new Reading(
                    "nextline.connections.refused",
                    "Connections above the number of their address",
                    true,
                    addresses::refused));
        }
        options.watch().readings().forEach(metrics::add);
        services.readings().forEach(metrics::add);
    }

    /**
     * Does what is slow about the first server of a process and needs nothing of its options, for a program that has something
     * else to wait for meanwhile, such as the evidence: Jetty answers one call of its own, without a socket. A program that does not
     * call this starts as well, only later.
     */
    public static void prepare() {
        Preparation.run();
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
     * @throws InvalidSettingsException if authentication or TLS cannot be set up as the options say, or the log would hold calls
     */
    public static NextlineServer start(ServerOptions options, CdsServices services) throws IOException {
        return startWith(
                options,
                services,
                options.development() ? FeedbackSettings.inMemory().store() : null,
                null);
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
        return startWith(options, services, store, null);
    }

    /**
     * Starts a server for development that answers with pages of its own besides the services.
     *
     * @param options how it listens; without authentication, and so for this machine alone
     * @param services what it serves
     * @param store keeps feedback, closed with the server
     * @param pages makes the pages
     * @throws IOException if it cannot listen
     * @throws IllegalArgumentException if the options are not for development
     */
    public static NextlineServer develop(
            ServerOptions options, CdsServices services, FeedbackStore store, DevelopmentPages.Maker pages)
            throws IOException {
        if (!options.development()) {
            throw new IllegalArgumentException("development pages are for a server of this machine alone");
        }
        return startWith(options, services, store, pages);
    }

    private static NextlineServer startWith(
            ServerOptions options,
            CdsServices services,
            @Nullable FeedbackStore store,
            DevelopmentPages.@Nullable Maker pages)
            throws IOException {
        if (!options.development()) {
            WireLog.refuse();
        }
        WarmUp calls = new WarmUp(services);
        FutureTask<Boolean> warmUp = started("nextline-warm-up", calls::first);
        FutureTask<Boolean> gate = started("nextline-gate", options.gate()::prepare);
        NextlineServer server = new NextlineServer(options, services, store, pages);
        try {
            server.open(warmUp, gate);
            server.becomeReady(calls);
        } catch (IOException | RuntimeException failure) {
            server.stop();
            throw failure;
        }
        return server;
    }

    private void open(FutureTask<Boolean> warmUp, FutureTask<Boolean> gate) throws IOException {
        FutureTask<Boolean> desk = feedback == null ? gate : started("nextline-feedback", feedback::prepare);
        if (admin != null) {
            admin.start();
        }
        await(gate);
        await(desk);
        await(warmUp);
        listen();
        if (options.development()) {
            services.reachedAt(base());
        }
        tell();
        tellOfFeedback();
    }

    // A client that has waited for the port calls at once, and its call goes first.
    private void becomeReady(WarmUp calls) {
        Thread rest = new Thread(
                () -> {
                    try {
                        TimeUnit.MILLISECONDS.sleep(HEAD_START_MILLIS);
                        if (closing.get()) {
                            return;
                        }
                        if (options.development()) {
                            WireLog.warn();
                        }
                        calls.rest();
                        readiness.ready();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    } catch (RuntimeException failure) {
                        LOG.error("not ready, and will not be: {}", failure.getMessage());
                    }
                },
                "nextline-warm-up");
        rest.setDaemon(true);
        rest.start();
    }

    private static FutureTask<Boolean> started(String name, Runnable work) {
        FutureTask<Boolean> task = new FutureTask<>(work, true);
        new Thread(task, name).start();
        return task;
    }

    private void tell() {
        LOG.info("serving {} with evidence {}", base(), services.evidenceVersion());
        if (options.development()) {
            LOG.warn("development: callers are not authenticated; only this machine is served");
        } else if (options.tls() == null && !options.isForThisMachine()) {
            LOG.warn("plain HTTP: put a proxy with TLS in front, or give the service a certificate");
        }
    }

    private void tellOfFeedback() {
        if (store == null) {
            LOG.warn("feedback is not taken: no store for it is configured");
        } else if (store instanceof InMemoryFeedbackStore) {
            LOG.warn("feedback is kept in memory, and lost when the service ends");
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
            jetty.server.start();
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IOException("the server cannot start", failure);
        }
    }

    /** Returns the base URL; discovery is at {@code /cds-services} below it. */
    public URI base() {
        String scheme = options.tls() == null ? "http" : "https";
        return URI.create(scheme + "://" + jetty.connector.getHost() + ":" + jetty.connector.getLocalPort());
    }

    /** Returns the base URL of the port for those who run the service, or null if there is none. */
    public @Nullable URI admin() {
        return admin == null ? null : admin.base();
    }

    /** Waits until the server has stopped. */
    public void join() throws InterruptedException {
        closed.await();
    }

    /**
     * Closes the server when the process is told to end, by SIGTERM for one, and then ends the process with exit code 0: a stop that
     * was asked for is no failure.
     *
     * @return what does so, for {@link #forget}
     */
    public Thread closeOnSignal() {
        Thread stop = new Thread(
                () -> {
                    close();
                    Runtime.getRuntime().halt(0);
                },
                "nextline-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        return stop;
    }

    /** Takes back {@link #closeOnSignal}, for a server that has been closed otherwise. */
    public static void forget(Thread stop) {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException underWay) {
            LOG.debug("the process is ending already");
        }
    }

    /**
     * Says that it is not ready any more, goes on answering for the time of notice, stops accepting, finishes the calls under way
     * within their time, and stops. A second call waits for the first.
     */
    @Override
    public void close() {
        try {
            if (closing.getAndSet(true)) {
                closed.await();
                return;
            }
            readiness.stopping();
            TimeUnit.MILLISECONDS.sleep(options.shutdown().notice().toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        stop();
    }

    private void stop() {
        readiness.stopping();
        try {
            jetty.server.stop();
            if (feedback != null) {
                feedback.close();
            }
            options.gate().close();
            options.watch().stopped();
            if (admin != null) {
                admin.close();
            }
        } catch (Exception failure) {
            LOG.warn("the server did not stop cleanly: {}", failure.getClass().getName());
        } finally {
            closed.countDown();
        }
    }
}
