package io.nextline.sidebyside;

import io.nextline.benchmarks.BodyKind;
import io.nextline.benchmarks.Latencies;
import io.nextline.benchmarks.Measurement;
import io.nextline.benchmarks.ServiceProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures both services in one run: each in a process of its own, called in turn, with the same bodies by the same clients. */
@Command(
        name = "side-by-side",
        mixinStandardHelpOptions = true,
        description = "Measures Nextline's service and one on HAPI's CDS Hooks server on the same bodies, in turn.")
public final class SideBySide implements Callable<Integer> {

    @Parameters(paramLabel = "CLASSPATH", description = "The class path of the service on HAPI; the build gives it.")
    private String hapi = "";

    @Option(names = "--jar", description = "Nextline's runnable jar (${DEFAULT-VALUE}).")
    private Path jar = Path.of("samples", "target", "nextline.jar");

    @Option(
            names = "--archive",
            description =
                    "Nextline's class-data archive, as the build makes it; used if it is there (${DEFAULT-VALUE}).")
    private Path archive = Path.of("samples", "target", "nextline.jsa");

    @Option(
            names = "--body",
            description = "A body that is sent; may be repeated: ${COMPLETION-CANDIDATES} (all, if none is given).")
    private List<BodyKind> bodies = List.of();

    @Option(
            names = "--clients",
            description = "How many call at the same time (${DEFAULT-VALUE}); the large body is sent by one.")
    private int clients = 8;

    @Option(names = "--seconds", description = "How long each service is measured in a round (${DEFAULT-VALUE}).")
    private int seconds = 10;

    @Option(names = "--rounds", description = "How often it is each one's turn (${DEFAULT-VALUE}).")
    private int rounds = 2;

    @Option(
            names = "--warm-up",
            description = "How many seconds each is called before, with each body (${DEFAULT-VALUE}).")
    private int warmUp = 20;

    @Option(names = "--launches", description = "How often each is launched; the median counts (${DEFAULT-VALUE}).")
    private int launches = 3;

    @Option(names = "--java", description = "An option of both Java processes; may be repeated (${DEFAULT-VALUE}).")
    private List<String> java = List.of("-Xmx1g");

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private final PrintWriter progress = new PrintWriter(System.err, true, StandardCharsets.UTF_8);

    private SideBySide() {}

    /** Runs it; {@code --help} lists the options. */
    public static void main(String[] arguments) {
        CommandLine commands = new CommandLine(new SideBySide());
        System.exit(commands.setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Comparison comparison = new Comparison();
        try (Contender nextline = new Contender("Nextline", this::nextline);
                Contender peer = new Contender("the service on HAPI", this::peer)) {
            for (int i = 0; i < launches; i++) {
                nextline.launch();
                peer.launch();
            }
            comparison.less("launch to first card", "s", nextline.launchSeconds(), peer.launchSeconds());
            resident(comparison, "resident memory after start", nextline, peer);
            for (BodyKind body : bodies.isEmpty() ? List.of(BodyKind.values()) : bodies) {
                compare(comparison, body, nextline, peer);
            }
            resident(comparison, "resident memory after load", nextline, peer);
        }
        jars(comparison);
        out.println(json ? comparison.json() : comparison.table());
        return 0;
    }

    private ServiceProcess nextline() throws IOException {
        List<String> options = new ArrayList<>(java);
        if (Files.isReadable(archive)) {
            options.add("-XX:SharedArchiveFile=" + archive);
        }
        return ServiceProcess.start(jar, options);
    }

    private ServiceProcess peer() throws IOException {
        List<String> arguments = new ArrayList<>(java);
        arguments.addAll(List.of("-cp", hapi, HapiService.class.getName()));
        return ServiceProcess.start(arguments);
    }

    private void compare(Comparison comparison, BodyKind body, Contender nextline, Contender peer) throws IOException {
        int callers = body == BodyKind.LARGE ? 1 : clients;
        String what = body.name().toLowerCase(Locale.ROOT) + (callers == 1 ? ", 1 client: " : ": ");
        progress.println("measuring " + body);
        Duration before = Duration.ofSeconds(warmUp);
        nextline.warmUp(body, callers, before);
        peer.warmUp(body, callers, before);
        Duration time = Duration.ofSeconds(seconds);
        Measurement ours = nextline.measure(body, callers, time);
        Measurement theirs = peer.measure(body, callers, time);
        for (int round = 1; round < rounds; round++) {
            ours = ours.plus(nextline.measure(body, callers, time));
            theirs = theirs.plus(peer.measure(body, callers, time));
        }
        add(comparison, what, ours, theirs);
    }

    private static void add(Comparison comparison, String body, Measurement ours, Measurement theirs) {
        comparison.more(body + "requests", "1/s", ours.perSecond(), theirs.perSecond());
        comparison.less(body + "CPU of a request", "ms", ours.cpuMillis(), theirs.cpuMillis());
        Latencies our = ours.latencies();
        Latencies their = theirs.latencies();
        comparison.less(body + "p50", "ms", our.millisAt(0.5), their.millisAt(0.5));
        comparison.less(body + "p99", "ms", our.millisAt(0.99), their.millisAt(0.99));
        comparison.less(body + "heap allocated for a request", "MB", ours.allocatedOfCall(), theirs.allocatedOfCall());
    }

    private static void resident(Comparison comparison, String measure, Contender nextline, Contender peer)
            throws IOException {
        comparison.less(measure, "MB", (double) nextline.process().residentMegabytes(), (double)
                peer.process().residentMegabytes());
    }

    private void jars(Comparison comparison) {
        Jars ours = new Jars(List.of(jar));
        Jars theirs = Jars.of(hapi);
        comparison.less("jar files as delivered", "", ours.count(), theirs.count());
        comparison.less("jar files as delivered", "MB", ours.megabytes(), theirs.megabytes());
    }
}
