package io.nextline.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One keep-alive connection to the service on this machine. It does as little as HTTP/1.1 lets it, because it takes its time
 * from the processors that it measures. Not thread-safe.
 */
final class LoopbackClient implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 30_000;
    private static final String PATH = "/cds-services/nextline-patient-view";

    private final Socket socket;
    private final InputStream in;
    private final byte[] message;

    LoopbackClient(URI base, byte[] body) throws IOException {
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
    byte[] call() throws IOException {
        socket.getOutputStream().write(message);
        String status = line();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("the service answers with " + status);
        }
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            }
        }
        if (length < 0) {
            throw new IOException("the answer has no Content-Length");
        }
        return in.readNBytes(length);
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
