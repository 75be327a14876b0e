package io.nextline.cdshooks.http;

import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.ServiceSettings;
import io.nextline.cdshooks.request.BodyMemory;
import io.nextline.core.Nextline;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
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
    private static final int IDLE_MILLIS = 15_000;
    private static final int STOP_MILLIS = 10_000;
    private static final int HEADER_BYTES = 16 * 1024;
    private static final int INPUT_BYTES = 32 * 1024;
    private static final int POOLED_BYTES = 4 * 1024 * 1024;
    private static final int MOST_THREADS = 64;
    private static final int LEAST_THREADS = 4;
    private static final int PLACES = 2 * Runtime.getRuntime().availableProcessors();
    private static final int SEATS = 32;
    private static final long WAIT_MILLIS = 200;

    private final Server server;
    private final ServerConnector connector;

    private NextlineServer(ServerOptions options, CdsHooksHandler handler, BodyMemory memory) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
        threads.setName("nextline");
        server = new Server(
                threads, null, new ArrayByteBufferPool(0, 4096, INPUT_BYTES, -1, POOLED_BYTES, POOLED_BYTES));
        connector = new ServerConnector(server, 1, 1, http());
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        Turnstile turnstile = new Turnstile(PLACES, SEATS, WAIT_MILLIS, server.getScheduler());
        server.setHandler(new GracefulHandler(new JettyBinding(handler, memory, turnstile)));
        server.setStopTimeout(STOP_MILLIS);
    }

    private static HttpConnectionFactory http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setIdleTimeout(IDLE_MILLIS);
        HttpConnectionFactory factory = new HttpConnectionFactory(http);
        factory.setInputBufferSize(INPUT_BYTES);
        return factory;
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
     */
    public static NextlineServer start(ServerOptions options, CdsServices services) throws IOException {
        CdsHooksHandler handler = new CdsHooksHandler(services, options.development() ? Cors.anyOrigin() : Cors.none());
        FutureTask<Boolean> warmUp = new FutureTask<>(() -> WarmUp.run(handler), true);
        new Thread(warmUp, "nextline-warm-up").start();
        NextlineServer server = new NextlineServer(options, handler, services.bodyMemory());
        await(warmUp);
        server.listen();
        LOG.info("serving {} with evidence {}", server.base(), services.evidenceVersion());
        if (options.development()) {
            LOG.warn("development: callers are not authenticated; only this machine is served");
        }
        return server;
    }

    private static void await(FutureTask<Boolean> warmUp) throws IOException {
        try {
            warmUp.get();
        } catch (ExecutionException failure) {
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
        return URI.create("http://" + connector.getHost() + ":" + connector.getLocalPort());
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
