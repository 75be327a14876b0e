package io.nextline.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service in a Java process of its own, on any free port of this machine; closing ends it. */
final class ServiceProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final int STOP_SECONDS = 15;
    private static final int KIBIBYTES_OF_MEGABYTE = 1024;

    private final Process process;
    private final URI base;

    private ServiceProcess(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    /**
     * Starts the service and returns once it says where it listens.
     *
     * @param jar the command line as one runnable jar
     * @param options of the Java process, for example {@code -Xmx128m}
     * @throws IOException if it does not start
     */
    static ServiceProcess start(Path jar, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString(), "serve", "--dev", "--port", "0"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-service"));
        try {
            return new ServiceProcess(process, address(process));
        } catch (IOException failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    // Its few lines on standard output fit into the pipe, so nobody needs to read on.
    private static URI address(Process process) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return URI.create(address.group());
            }
        }
        throw new IOException("the service ended without saying where it listens; start it by hand to see why");
    }

    URI base() {
        return base;
    }

    /** Returns the processor time that the process has used so far. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Returns the resident memory in MB as {@code now (highest)}, or {@code unknown} where there is no Linux to tell. */
    String residentMegabytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return "unknown";
        }
        List<String> lines = Files.readAllLines(status, StandardCharsets.US_ASCII);
        return megabytes(lines, "VmRSS:") + " (highest " + megabytes(lines, "VmHWM:") + ")";
    }

    private static long megabytes(List<String> lines, String field) {
        return lines.stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIBIBYTES_OF_MEGABYTE)
                .findFirst()
                .orElse(-1);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
