package io.nextline.samples.privacy;

import io.nextline.samples.privacy.OddFhirServer.Mood;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One service of canaries in a process of its own, with every logger at TRACE, and what was heard from it. */
final class CanaryRun implements AutoCloseable {

    static final String SERVICE = "/cds-services/nextline-order-sign";
    static final String FEEDBACK = SERVICE + "/feedback";

    private static final int LARGE = 100_000;

    final CanaryTokens tokens = new CanaryTokens();
    final OddFhirServer fhir = new OddFhirServer();
    final CanaryProcess process;
    final Path folder;
    private final int port;
    private final int admin;

    /**
     * Starts the service as a server of its own.
     *
     * @param folder holds its files, its log among them
     * @param options further options of its JVM
     */
    CanaryRun(Path folder, String... options) throws IOException {
        this(folder, CanaryService.class, "limits.client.per-second=2\n", options);
    }

    /**
     * Starts the service.
     *
     * @param main takes its configuration, and prints two base URLs: the service's and the operators'
     * @param settings further lines of its configuration
     */
    CanaryRun(Path folder, Class<?> main, String settings, String... options) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("ehr.json"), tokens.keys());
        Path configuration = Files.writeString(
                folder.resolve("nextline.properties"),
                settings + """
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
                """.formatted(CanaryTokens.BASE, CanaryTokens.ISSUER, fhir.base(), CanaryTokens.ISSUER));
        this.process = new CanaryProcess(folder, List.of(options), main.getName(), configuration.toString());
        this.port = URI.create(process.line()).getPort();
        this.admin = URI.create(process.line()).getPort();
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
        return process.send(path, port, post(to, header, type, bytes.length), bytes);
    }

    private static String post(String to, String header, String type, int length) {
        return "POST " + to + " HTTP/1.1\r\nHost: a\r\nContent-Type: " + type + "\r\nContent-Length: " + length
                + "\r\nConnection: close\r\n" + header + "\r\n\r\n";
    }

    /**
     * Sends a part of a call and leaves the connection open.
     *
     * @param trickle whether a byte comes now and then; else nothing does
     */
    Heard unfinished(String path, String part, boolean trickle) throws IOException, InterruptedException {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        String token = "Authorization: Bearer " + tokens.good(SERVICE);
        try (Socket socket = CanaryProcess.open(port)) {
            OutputStream to = socket.getOutputStream();
            to.write(post(SERVICE, token, "application/json", LARGE).getBytes(StandardCharsets.ISO_8859_1));
            to.write(bytes);
            to.flush();
            while (trickle && socket.getInputStream().available() == 0) {
                TimeUnit.MILLISECONDS.sleep(100);
                to.write(' ');
                to.flush();
            }
            return process.hear(path, socket);
        }
    }

    /** Sends any head, without a body. */
    Heard head(String path, String head) throws IOException {
        return process.send(path, port, head + "\r\nHost: a\r\nConnection: close\r\n\r\n", new byte[0]);
    }

    /** Asks the operators' port. */
    Heard operators(String path, String of) throws IOException {
        String head = "GET " + of + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        return process.send(path, admin, head, new byte[0]);
    }

    /** Exports the feedback with the program's own command line, and returns all that it prints on either stream. */
    String export(String format) throws IOException, InterruptedException {
        Path printed = Files.createTempFile("nextline-export", "." + format);
        String store = folder.resolve("feedback.db").toString();
        List<String> command = CanaryProcess.command(
                folder,
                List.of(),
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

    @Override
    public void close() {
        process.close();
        fhir.close();
    }
}
