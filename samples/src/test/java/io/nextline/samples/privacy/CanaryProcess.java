package io.nextline.samples.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A server of canaries in a process of its own, with every logger at TRACE, what was heard from it and what it leaves behind. */
public final class CanaryProcess implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Path folder;
    private final Process process;
    private final BufferedReader out;
    private final List<String> printed = new ArrayList<>();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    /**
     * Starts the server.
     *
     * @param folder holds its files, its log among them
     * @param options further options of its JVM
     * @param main its main class
     * @param arguments what that takes
     * @throws IOException if the process cannot be started
     */
    public CanaryProcess(Path folder, List<String> options, String main, String... arguments) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("jul.properties"), """
                handlers=java.util.logging.ConsoleHandler
                .level=ALL
                java.util.logging.ConsoleHandler.level=ALL
                jdk.internal.httpclient.debug.level=INFO
                org.postgresql.level=INFO
                """);
        this.process = new ProcessBuilder(command(folder, options, main, arguments))
                .redirectError(folder.resolve("log").toFile())
                .start();
        this.out = process.inputReader();
    }

    /** Returns the command that starts a program with every logger at TRACE. */
    static List<String> command(Path folder, List<String> options, String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                "-Dorg.slf4j.simpleLogger.log.io.nextline=trace",
                "-Djava.util.logging.config.file=" + folder.resolve("jul.properties")));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * Returns the next line that it prints.
     *
     * @throws IOException if it has ended, with its log
     */
    public String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the service did not start: " + Files.readString(folder.resolve("log")));
        }
        printed.add(line);
        return line;
    }

    /** Returns all answers so far. */
    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    /**
     * Sends a request and hears the answer to its end.
     *
     * @param path which of the suite's paths it is
     * @param port where to
     * @param head the head, with the empty line after it
     * @param body the body
     * @throws IOException if there is no connection, or no answer in time
     */
    public Heard send(String path, int port, String head, byte[] body) throws IOException {
        try (Socket socket = open(port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return hear(path, socket);
        }
    }

    /** Opens a connection. */
    static Socket open(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** Hears what comes over a connection until the server ends it. */
    Heard hear(String path, Socket socket) throws IOException {
        Heard answer = Heard.of(path, socket.getInputStream().readAllBytes());
        heard.add(answer);
        return answer;
    }

    /** Tells the process to end, where it does not watch its standard input. */
    public void terminate() {
        // Its streams stay open that way.
        process.toHandle().destroy();
    }

    /**
     * Ends the server and returns everything that it left behind in files and streams, by name.
     *
     * @throws IOException if what it left cannot be read
     */
    public Map<String, byte[]> end() throws IOException, InterruptedException {
        process.outputWriter().close();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            printed.add(line);
        }
        process.waitFor();
        Map<String, byte[]> left = files();
        left.put("out", String.join("\n", printed).getBytes(StandardCharsets.UTF_8));
        return left;
    }

    /** Returns the files that there are now, by name. */
    Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return all;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
