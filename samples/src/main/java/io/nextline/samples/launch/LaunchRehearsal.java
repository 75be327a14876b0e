package io.nextline.samples.launch;

import io.nextline.samples.cli.NextlineCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Serves for a moment and calls each service once, so that a virtual machine started with {@code -XX:ArchiveClassesAtExit} keeps
 * the classes of a launch. The build runs it; the archive lies beside the runnable jar as {@code nextline.jsa}.
 */
public final class LaunchRehearsal {

    private static final List<String> SERVICES = List.of("patient-view", "order-sign");
    private static final int ATTEMPTS = 600;
    private static final int PAUSE_MILLIS = 50;

    private LaunchRehearsal() {}

    /** Runs it and ends the process: 0 if every call was answered, 1 if not. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = freePort();
        Thread service = new Thread(
                () -> NextlineCommand.main(new String[] {"serve", "--dev", "--port", Integer.toString(port)}), "serve");
        service.setDaemon(true);
        service.start();
        boolean answered = true;
        for (String hook : SERVICES) {
            answered &= call(port, hook);
        }
        if (!answered) {
            // The service's own end would take an exit code of this process back to 0.
            Runtime.getRuntime().halt(1);
        }
        System.exit(0);
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static boolean call(int port, String hook) throws IOException, InterruptedException {
        byte[] body = body(hook);
        try (Socket socket = connect(port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head(hook, body.length).getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            byte[] answer = socket.getInputStream().readAllBytes();
            return new String(answer, StandardCharsets.UTF_8).startsWith("HTTP/1.1 200");
        }
    }

    private static byte[] body(String hook) throws IOException {
        try (InputStream in =
                LaunchRehearsal.class.getResourceAsStream("/io/nextline/samples/requests/" + hook + ".json")) {
            if (in == null) {
                throw new IOException("the request of " + hook + " is missing from the jar");
            }
            return in.readAllBytes();
        }
    }

    private static String head(String hook, int length) {
        return "POST /cds-services/nextline-" + hook + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static Socket connect(int port) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (IOException notYet) {
                if (attempt == ATTEMPTS) {
                    throw notYet;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }
}
