package io.nextline.cdshooks.http;

import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.ServiceSettings;
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

    private final Server server;
    private final ServerConnector connector;
    private final String scheme;

    private NextlineServer(ServerOptions options, CdsHooksHandler handler, BodyMemory memory) {
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
        server.setHandler(new GracefulHandler(new JettyBinding(handler, memory, turnstile)));
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
     * Starts a server.
     *
     * @param options how it listens
     * @param services what it serves
     * @throws IOException if it cannot listen
     * @throws InvalidSettingsException if authentication or TLS cannot be set up as the options say
     */
    public static NextlineServer start(ServerOptions options, CdsServices services) throws IOException {
        FutureTask<Boolean> warmUp = started("nextline-warm-up", () -> WarmUp.run(services));
        FutureTask<Boolean> gate = started("nextline-gate", options.gate()::prepare);
        CdsHooksHandler handler =
                new CdsHooksHandler(services, options.development() ? Cors.anyOrigin() : Cors.none(), options.gate());
        NextlineServer server = new NextlineServer(options, handler, services.bodyMemory());
        await(gate);
        await(warmUp);
        server.listen();
        tell(options, server, services);
        return server;
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

    /** Stops accepting, finishes the calls under way within ten seconds, and stops. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            LOG.warn("the server did not stop cleanly: {}", failure.getClass().getName());
        }
    }
}
