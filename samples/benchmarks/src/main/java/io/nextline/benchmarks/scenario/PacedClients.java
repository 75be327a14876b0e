package io.nextline.benchmarks.scenario;

import io.nextline.benchmarks.LoopbackClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Clients that send at a rate, whatever they are answered: a refused call is followed by the next one when that is due. A client
 * that still waits when calls are due does not make up for them; it counts them as not sent.
 */
final class PacedClients {

    private final URI base;
    private final byte[] body;
    private final int connections;
    private final long interval;

    /**
     * Makes clients.
     *
     * @param perSecond how many calls all of them send
     */
    PacedClients(URI base, byte[] body, int connections, double perSecond) {
        this.base = base;
        this.body = body;
        this.connections = connections;
        this.interval = (long) (1e9 * connections / perSecond);
    }

    Tally call(Duration time) throws IOException {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Future<Tally>> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                long first = start + interval * i / connections;
                Callable<Tally> client = () -> new Client().call(first, end);
                clients.add(threads.submit(client));
            }
            Tally all = new Tally();
            for (Future<Tally> client : clients) {
                all.add(client.get());
            }
            return all;
        } catch (ExecutionException failure) {
            throw new IOException("a client failed", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while calling", interrupted);
        } finally {
            threads.shutdownNow();
        }
    }

    private final class Client {

        private final Tally tally = new Tally();

        Tally call(long first, long end) throws IOException {
            LoopbackClient connection = new LoopbackClient(base, body);
            try {
                for (long due = first; due < end; due = next(due)) {
                    await(due);
                    if (!send(connection)) {
                        connection.close();
                        connection = new LoopbackClient(base, body);
                    }
                }
            } finally {
                connection.close();
            }
            return tally;
        }

        private long next(long due) {
            long missed = Math.max(0, (System.nanoTime() - due) / interval);
            tally.unsent(missed);
            return due + (missed + 1) * interval;
        }

        private boolean send(LoopbackClient connection) {
            long start = System.nanoTime();
            try {
                LoopbackClient.Reply reply = connection.exchange();
                tally.answered(reply.status(), System.nanoTime() - start, reply.nanos());
                return !reply.closes();
            } catch (IOException unanswered) {
                tally.failed();
                return false;
            }
        }
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
