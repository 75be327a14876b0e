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

/**
 * A service in a Java process of its own, on any free port of this machine; closing ends it. What it uses is read from outside: from the
 * operating system, from the collector's log, and with the JDK's {@code jcmd}.
 */
public final class ServiceProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final int STOP_SECONDS = 15;
    private static final int KIBIBYTES_OF_MEGABYTE = 1024;

    private final Process process;
    private final URI base;
    private final Path collections;

    private ServiceProcess(Process process, URI base, Path collections) {
        this.process = process;
        this.base = base;
        this.collections = collections;
    }

    /**
     * Starts Nextline's service and returns once it says where it listens.
     *
     * @param jar the command line as one runnable jar
     * @param options of the Java process, for example {@code -Xmx128m}
     * @throws IOException if it does not start
     */
    public static ServiceProcess start(Path jar, List<String> options) throws IOException {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-jar", jar.toString(), "serve", "--dev", "--port", "0"));
        return start(arguments);
    }

    /**
     * Starts any service that tells its address on its standard output, and returns once it has.
     *
     * @param arguments of the Java process
     * @throws IOException if it does not start
     */
    public static ServiceProcess start(List<String> arguments) throws IOException {
        Path collections = Files.createTempFile("nextline-gc", ".log");
        List<String> command = new ArrayList<>(List.of(tool("java"), "-Xlog:gc:file=" + collections + "::filecount=0"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-service"));
        try {
            return new ServiceProcess(process, address(process), collections);
        } catch (IOException failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
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

    /** Returns where it listens. */
    public URI base() {
        return base;
    }

    /** Returns the processor time that the process has used so far. */
    public Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Returns the resident memory in MB; -1 where there is no Linux to tell. */
    public long residentMegabytes() throws IOException {
        return megabytes("VmRSS:");
    }

    /** Returns the highest resident memory so far in MB; -1 where there is no Linux to tell. */
    public long highestResidentMegabytes() throws IOException {
        return megabytes("VmHWM:");
    }

    private long megabytes(String field) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return -1;
        }
        return Files.readAllLines(status, StandardCharsets.US_ASCII).stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIBIBYTES_OF_MEGABYTE)
                .findFirst()
                .orElse(-1);
    }

    /**
     * Collects the garbage of the process and returns what is left.
     *
     * @return KiB of heap in use
     * @throws IOException if there is no {@code jcmd} beside this Java, or it fails
     */
    public long liveKibibytes() throws IOException {
        command("GC.run");
        return CollectionLog.kibibytesInUse(command("GC.heap_info"));
    }

    /**
     * Collects the garbage of the process and returns what it has allocated since its start.
     *
     * @return MB of heap, objects of all threads that ever were
     * @throws IOException if there is no {@code jcmd} beside this Java, or it fails
     */
    public long allocatedMegabytes() throws IOException {
        command("GC.run");
        return CollectionLog.allocatedMegabytes(Files.readAllLines(collections, StandardCharsets.UTF_8));
    }

    private String command(String name) throws IOException {
        Process jcmd = new ProcessBuilder(tool("jcmd"), Long.toString(process.pid()), name)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (jcmd.waitFor() != 0) {
                throw new IOException("jcmd failed: " + said.strip());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
        return said;
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
        try {
            Files.deleteIfExists(collections);
        } catch (IOException stays) {
            collections.toFile().deleteOnExit();
        }
    }
}
