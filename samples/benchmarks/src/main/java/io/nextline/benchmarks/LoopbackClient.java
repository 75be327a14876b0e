package io.nextline.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One keep-alive connection to the service on this machine. It does as little as HTTP/1.1 lets it, because it takes its time
 * from the processors that it measures. Not thread-safe.
 */
public final class LoopbackClient implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 60_000;
    private static final int OK = 200;
    private static final int BUSY = 503;
    private static final int MOST_TRIES = 1000;
    private static final String LENGTH = "content-length:";
    private static final String PATH = "/cds-services/nextline-patient-view";

    private final Socket socket;
    private final InputStream in;
    private final byte[] message;

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param body its body
     * @param closes whether the service closes the connection after it
     * @param nanos from the last byte of the request to the head of the answer
     */
    public record Reply(int status, ByteBuffer body, boolean closes, long nanos) {}

    /**
     * Connects.
     *
     * @throws IOException if nobody listens
     */
    public LoopbackClient(URI base, byte[] body) throws IOException {
        socket = new Socket(InetAddress.getByName(base.getHost()), base.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
        message = message(base, body);
    }

    private static byte[] message(URI base, byte[] body) {
        String head = "POST " + PATH + " HTTP/1.1\r\nHost: " + base.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        return whole;
    }

    /**
     * Sends the request and reads its answer.
     *
     * @return the answer's body
     * @throws IOException if the connection fails, or the answer is not 200 with a Content-Length
     */
    public byte[] call() throws IOException {
        Reply reply = exchange();
        // Refused for the moment: the next try counts into the time of this call.
        for (int tries = 1; reply.status() == BUSY && !reply.closes() && tries < MOST_TRIES; tries++) {
            reply = exchange();
        }
        if (reply.status() != OK) {
            throw new IOException("the service answers with status " + reply.status());
        }
        return reply.body().array();
    }

    /**
     * Sends the request and reads whatever is answered.
     *
     * @throws IOException if the connection fails, or the answer has no Content-Length
     */
    public Reply exchange() throws IOException {
        socket.getOutputStream().write(message);
        long sent = System.nanoTime();
        String status = line();
        long answered = System.nanoTime();
        int length = -1;
        boolean closes = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith(LENGTH)) {
                length = Integer.parseInt(lower.substring(LENGTH.length()).strip());
            }
            closes |= lower.equals("connection: close");
        }
        if (length < 0) {
            throw new IOException("the answer has no Content-Length");
        }
        return new Reply(
                Integer.parseInt(status.substring(9, 12)),
                ByteBuffer.wrap(in.readNBytes(length)),
                closes,
                answered - sent);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the service closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
