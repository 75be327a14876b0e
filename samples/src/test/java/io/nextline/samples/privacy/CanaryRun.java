package io.nextline.samples.privacy;

import io.nextline.samples.privacy.OddFhirServer.Mood;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One service of canaries in a process of its own, with every logger at TRACE, and what was heard from it. */
final class CanaryRun implements AutoCloseable {

    static final String SERVICE = "/cds-services/nextline-order-sign";
    static final String FEEDBACK = SERVICE + "/feedback";

    final CanaryTokens tokens = new CanaryTokens();
    final OddFhirServer fhir = new OddFhirServer();
    final List<Heard> heard = new ArrayList<>();
    final Path folder;
    private final Process process;
    private final BufferedReader out;
    private final List<String> printed = new ArrayList<>();
    private final int port;
    private final int admin;

    /**
     * Starts the service.
     *
     * @param folder holds its files, its log among them
     * @param options further options of its JVM
     */
    CanaryRun(Path folder, String... options) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("ehr.json"), tokens.keys());
        Files.writeString(folder.resolve("jul.properties"), """
                handlers=java.util.logging.ConsoleHandler
                .level=ALL
                java.util.logging.ConsoleHandler.level=ALL
                jdk.internal.httpclient.debug.level=INFO
                org.postgresql.level=INFO
                """);
        Path configuration = Files.writeString(folder.resolve("nextline.properties"), """
                auth.base-url=%s
                auth.issuer.ehr.iss=%s
                auth.issuer.ehr.keys-file=ehr.json
                audit.folder=audit
                feedback.sqlite=feedback.db
                admin.port=0
                shutdown.notice=0
                fetch.server.ehr.base=%s
                fetch.server.ehr.issuer=%s
                fetch.server.ehr.allow-private=true
                fetch.breaker.pause=0
                limits.client.per-second=2
                """.formatted(
                        CanaryTokens.BASE, CanaryTokens.ISSUER, fhir.base(), CanaryTokens.ISSUER));
        this.process = new ProcessBuilder(java(options, CanaryService.class.getName(), configuration.toString()))
                .redirectError(folder.resolve("log").toFile())
                .start();
        this.out = process.inputReader();
        this.port = URI.create(line()).getPort();
        this.admin = URI.create(line()).getPort();
    }

    private List<String> java(String[] options, String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                "-Dorg.slf4j.simpleLogger.log.io.nextline=trace",
                "-Djava.util.logging.config.file=" + folder.resolve("jul.properties")));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        return command;
    }

    private String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the service did not start: " + Files.readString(folder.resolve("log")));
        }
        printed.add(line);
        return line;
    }

    /** Returns the call about the patient of canaries as JSON. */
    String request() {
        return CanaryPatient.request(fhir.base()).toString();
    }

    /** Calls with a good token. */
    Heard call(String path, String body) throws IOException {
        return post(path, SERVICE, "Authorization: Bearer " + tokens.good(SERVICE), "application/json", body);
    }

    /** Sends feedback with a good token. */
    Heard feedback(String path, String body) throws IOException {
        return post(path, FEEDBACK, "Authorization: Bearer " + tokens.good(FEEDBACK), "application/json", body);
    }

    /** Calls while the client's FHIR server is in a mood, with a body that leaves something to fetch. */
    Heard fetching(Mood mood, String body) throws IOException {
        fhir.be(mood);
        return call("fetch " + mood, body);
    }

    Heard post(String path, String to, String header, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST " + to + " HTTP/1.1\r\nHost: a\r\nContent-Type: " + type + "\r\nContent-Length: "
                + bytes.length + "\r\nConnection: close\r\n" + header + "\r\n\r\n";
        return send(path, port, head, bytes);
    }

    /** Sends any head, without a body. */
    Heard head(String path, String head) throws IOException {
        return send(path, port, head + "\r\nHost: a\r\nConnection: close\r\n\r\n", new byte[0]);
    }

    /** Asks the operators' port. */
    Heard operators(String path, String of) throws IOException {
        return send(path, admin, "GET " + of + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", new byte[0]);
    }

    private Heard send(String path, int to, String head, byte[] body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), to)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            Heard answer = Heard.of(path, socket.getInputStream().readAllBytes());
            heard.add(answer);
            return answer;
        }
    }

    /** Exports the feedback with the program's own command line, and returns all that it prints on either stream. */
    String export(String format) throws IOException, InterruptedException {
        Path printed = Files.createTempFile("nextline-export", "." + format);
        String store = folder.resolve("feedback.db").toString();
        List<String> command = java(
                new String[0],
                "io.nextline.samples.cli.NextlineCommand",
                "feedback",
                "export",
                "--format",
                format,
                "--store",
                store);
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start()
                .waitFor();
        String text = Files.readString(printed);
        Files.delete(printed);
        return text;
    }

    /** Ends the service and returns everything that it left behind in files and streams, by name. */
    Map<String, byte[]> end() throws IOException, InterruptedException {
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
        fhir.close();
    }
}
