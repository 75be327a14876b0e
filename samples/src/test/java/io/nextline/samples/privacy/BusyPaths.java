package io.nextline.samples.privacy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.samples.privacy.OddFhirServer.Mood;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The ways of a service that has one place, one seat and one call fetching to say that it has too much to do, or no more time. */
final class BusyPaths implements AutoCloseable {

    static final String SETTINGS = """
            limits.evaluations=1
            limits.queue=1
            limits.queue-wait=200 ms
            limits.fetching=1
            limits.idle=1 s
            limits.body-bytes-per-second=1000000
            limits.client.per-second=0
            limits.address.per-second=0
            fetch.total=1 s
            """;

    /** From then on the service refuses by its pace. */
    private static final int CALLS_UNTIL_WARM = 301;

    private static final long HELD_NANOS = TimeUnit.MILLISECONDS.toNanos(2_000);
    private static final int TRIES = 1_000;

    private final CanaryRun run;
    private final Path hold;
    private final String complete;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<Heard>> started = new ArrayList<>();

    BusyPaths(CanaryRun run) {
        this.run = run;
        ObjectNode request = CanaryPatient.request(run.fhir.base());
        request.remove(List.of("fhirServer", "fhirAuthorization"));
        this.complete = request.toString();
        this.hold = run.folder.resolve(CanaryService.HOLD);
    }

    void takeAll() throws Exception {
        String half = run.request().substring(0, run.request().length() / 2);
        started.add(threads.submit(() -> run.unfinished("stops arriving", half, false)));
        started.add(threads.submit(() -> run.unfinished("trickles", half, true)));
        for (int i = 0; i < CALLS_UNTIL_WARM; i++) {
            run.call("warming up", "{}");
        }
        placesTaken();
        paceTooSlow();
    }

    // While one call is away fetching no other may go; while another has its place it waits to come back, in vain.
    private void placesTaken() throws Exception {
        ObjectNode fetching = CanaryPatient.request(run.fhir.base());
        ((ObjectNode) fetching.get("prefetch")).remove(List.of("conditions", "dispenses"));
        run.fhir.be(Mood.SLOW);
        Future<Heard> away = threads.submit(() -> run.call("no way back", fetching.toString()));
        until("nextline_fetching 1");
        run.call("fetching places taken", fetching.toString());
        holdThePlace();
        long since = System.nanoTime();
        takeTheSeat();
        run.call("no seat", complete);
        away.get();
        // An eighth of this is the pace that it is judged by next, and more than anybody is to wait.
        TimeUnit.NANOSECONDS.sleep(HELD_NANOS - (System.nanoTime() - since));
        letGo();
    }

    private void paceTooSlow() throws Exception {
        holdThePlace();
        run.call("wait foreseen too long", complete);
        letGo();
    }

    private void holdThePlace() throws IOException, InterruptedException {
        Files.createFile(hold);
        String held = complete.replace(Canary.PATIENT_ID.value(), CanaryService.WAITING);
        started.add(threads.submit(() -> run.call("held", held)));
        until("nextline_evaluating 1");
    }

    // On a slow machine a call may have given up before it is seen to wait; then the next one is.
    private void takeTheSeat() throws IOException {
        for (int i = 0; i < TRIES && !shows("nextline_waiting 1"); i++) {
            if (i == 0 || started.get(started.size() - 1).isDone()) {
                started.add(threads.submit(() -> run.call("waits in vain", complete)));
            }
        }
    }

    private boolean shows(String metric) throws IOException {
        return run.operators("metrics", "/metrics").text().contains(metric);
    }

    private void letGo() throws Exception {
        Files.delete(hold);
        for (Future<Heard> call : started) {
            call.get();
        }
    }

    private void until(String metric) throws IOException, InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            if (shows(metric)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        throw new IllegalStateException("never came: " + metric);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
