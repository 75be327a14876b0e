package io.nextline.benchmarks.scenario;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Sockets that send a byte now and then and never finish: half of them within a request's head, half within its body. Whoever is
 * hung up on connects again. One thread serves them all.
 */
final class Dribblers implements AutoCloseable {

    private static final long BEAT_MILLIS = 250;
    private static final String HEAD = "POST /cds-services/nextline-patient-view HTTP/1.1\r\nHost: a\r\n";
    private static final String BODY = HEAD + "Content-Type: application/json\r\nContent-Length: 8000000\r\n\r\n";

    private final InetSocketAddress address;
    private final List<@Nullable SocketChannel> sockets = new ArrayList<>();
    private final Thread thread = new Thread(this::dribble, "dribblers");
    private volatile boolean stopped;
    private final AtomicInteger hungUp = new AtomicInteger();
    private volatile int open;

    Dribblers(URI base, int number) throws IOException {
        this.address = new InetSocketAddress(InetAddress.getByName(base.getHost()), base.getPort());
        for (int i = 0; i < number; i++) {
            sockets.add(connect(i));
        }
        open = number;
        thread.start();
    }

    private SocketChannel connect(int index) throws IOException {
        SocketChannel socket = SocketChannel.open(address);
        String start = index % 2 == 0 ? BODY : HEAD + "X-Slow: ";
        socket.write(ByteBuffer.wrap(start.getBytes(StandardCharsets.US_ASCII)));
        socket.configureBlocking(false);
        return socket;
    }

    /** Returns how often the service has hung up on one. */
    int hungUp() {
        return hungUp.get();
    }

    /** Returns how many are connected. */
    int open() {
        return open;
    }

    private void dribble() {
        ByteBuffer answer = ByteBuffer.allocate(1024);
        while (!stopped) {
            int connected = 0;
            int lost = 0;
            for (int i = 0; i < sockets.size(); i++) {
                if (isKept(i, answer)) {
                    connected++;
                } else {
                    lost++;
                }
            }
            open = connected;
            hungUp.addAndGet(lost);
            rest();
        }
    }

    private boolean isKept(int index, ByteBuffer answer) {
        SocketChannel socket = sockets.get(index);
        try {
            answer.clear();
            boolean alive =
                    socket != null && socket.read(answer) == 0 && socket.write(ByteBuffer.wrap(new byte[] {'a'})) >= 0;
            if (!alive) {
                close(socket);
                sockets.set(index, null);
                sockets.set(index, connect(index));
            }
            return alive;
        } catch (IOException gone) {
            close(socket);
            sockets.set(index, null);
            return false;
        }
    }

    private static void close(@Nullable SocketChannel socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException gone) {
            return;
        }
    }

    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(BEAT_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        stopped = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        sockets.forEach(Dribblers::close);
    }
}
