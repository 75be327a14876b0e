package io.nextline.cdshooks.http;

import io.nextline.cdshooks.SampleRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Sends requests as bytes over a socket, so that any header can be sent any number of times. */
final class RawClient {

    private final int port;

    RawClient(URI base) {
        this.port = base.getPort();
    }

    /** An answer: everything as it came. */
    record Answer(String head, String body) {

        int status() {
            return Integer.parseInt(head.substring(9, 12));
        }

        /** Returns status, headers and body; date and request id, which no server can keep from moving, left out. */
        String comparable() {
            return head.lines()
                            .filter(line -> !line.startsWith("Date:") && !line.startsWith("X-Request-Id:"))
                            .collect(Collectors.joining("\n"))
                    + "\n\n" + body;
        }
    }

    /** Calls patient-view with these headers. */
    Answer call(List<String> headers) {
        return post("/cds-services/nextline-patient-view", headers);
    }

    Answer post(String path, List<String> headers) {
        byte[] body = SampleRequest.patientView().bytes();
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: evil.example\r\n");
        head.append("Content-Type: application/json\r\nContent-Length: ").append(body.length);
        return send(head.toString(), headers, body);
    }

    Answer get(String path, List<String> headers) {
        return send("GET " + path + " HTTP/1.1\r\nHost: evil.example", headers, new byte[0]);
    }

    Answer send(String head, List<String> headers, byte[] body) {
        StringBuilder request = new StringBuilder(head);
        headers.forEach(header -> request.append("\r\n").append(header));
        request.append("\r\nConnection: close\r\n\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            return answer(socket.getInputStream());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Answer answer(InputStream in) throws IOException {
        String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        int end = all.indexOf("\r\n\r\n");
        return new Answer(all.substring(0, end), all.substring(end + 4));
    }
}
